/** The pool of numbers. */
@NullMarked
package io.inlet.number;

import org.jspecify.annotations.NullMarked;
