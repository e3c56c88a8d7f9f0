@NullMarked
package io.inlet.simulator.message;

import org.jspecify.annotations.NullMarked;
