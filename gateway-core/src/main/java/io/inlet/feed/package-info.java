/** The ordered events that all consumers read. */
@NullMarked
package io.inlet.feed;

import org.jspecify.annotations.NullMarked;
