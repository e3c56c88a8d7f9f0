/** What a carrier can be made to send: deliver_sm in the shapes that carriers use. */
@NullMarked
package io.inlet.simulator.message;

import org.jspecify.annotations.NullMarked;
