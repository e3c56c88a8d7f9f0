/**
 * Typed identifiers (a prefix, an underscore and 26 characters of Crockford base32 of a UUIDv7),
 * and how values and counts are named to people.
 */
@NullMarked
package io.inlet.id;

import org.jspecify.annotations.NullMarked;
