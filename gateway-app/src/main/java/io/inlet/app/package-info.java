@NullMarked
package io.inlet.app;

import org.jspecify.annotations.NullMarked;
