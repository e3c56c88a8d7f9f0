@NullMarked
package io.inlet.smpp;

import org.jspecify.annotations.NullMarked;
