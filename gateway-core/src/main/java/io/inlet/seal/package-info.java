/** Content at rest: sealed under content keys, never stored in the clear. */
@NullMarked
package io.inlet.seal;

import org.jspecify.annotations.NullMarked;
