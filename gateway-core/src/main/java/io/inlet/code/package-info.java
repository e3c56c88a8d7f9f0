/** One-time codes: reading them out of message text. */
@NullMarked
package io.inlet.code;

import org.jspecify.annotations.NullMarked;
