/** Who may read a number, and when. */
@NullMarked
package io.inlet.lease;

import org.jspecify.annotations.NullMarked;
