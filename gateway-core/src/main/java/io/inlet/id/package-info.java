/** Typed identifiers: a prefix, an underscore and 26 characters of Crockford base32 of a UUIDv7. */
@NullMarked
package io.inlet.id;

import org.jspecify.annotations.NullMarked;
