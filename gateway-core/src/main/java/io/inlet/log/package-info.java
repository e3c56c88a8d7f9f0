/** How often the log says what happens again and again. */
@NullMarked
package io.inlet.log;

import org.jspecify.annotations.NullMarked;
