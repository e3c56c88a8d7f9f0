/** Records of the right to receive. */
@NullMarked
package io.inlet.consent;

import org.jspecify.annotations.NullMarked;
