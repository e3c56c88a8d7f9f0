@NullMarked
package io.inlet.simulator.script;

import org.jspecify.annotations.NullMarked;
