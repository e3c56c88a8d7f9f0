@NullMarked
package io.inlet.simulator.run;

import org.jspecify.annotations.NullMarked;
