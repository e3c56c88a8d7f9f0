@NullMarked
package io.inlet.simulator;

import org.jspecify.annotations.NullMarked;
