/** Running the scripted carrier as a program of its own. */
@NullMarked
package io.inlet.simulator.run;

import org.jspecify.annotations.NullMarked;
