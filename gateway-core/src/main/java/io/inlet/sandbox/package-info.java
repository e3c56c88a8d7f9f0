/** Messages that a sandbox tenant sends itself, over the whole path of a real one. */
@NullMarked
package io.inlet.sandbox;

import org.jspecify.annotations.NullMarked;
