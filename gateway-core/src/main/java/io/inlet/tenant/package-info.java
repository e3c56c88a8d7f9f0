/** Customers, the principals that act for them, and their keys. */
@NullMarked
package io.inlet.tenant;

import org.jspecify.annotations.NullMarked;
