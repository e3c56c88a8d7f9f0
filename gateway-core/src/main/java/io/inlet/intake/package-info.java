/** The path of a message from segment to commit. */
@NullMarked
package io.inlet.intake;

import org.jspecify.annotations.NullMarked;
