/** What needs an operator: found by looking at the binds, told as events and metrics. */
@NullMarked
package io.inlet.alarm;

import org.jspecify.annotations.NullMarked;
