/** Scripts: what the scripted carrier does, one step per line. */
@NullMarked
package io.inlet.simulator.script;

import org.jspecify.annotations.NullMarked;
