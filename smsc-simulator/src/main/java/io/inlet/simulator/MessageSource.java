package io.inlet.simulator;

import io.inlet.simulator.message.OutgoingMessage;

/** Makes the messages of a load, on the carrier's event loop: it must be fast. */
@FunctionalInterface
public interface MessageSource {
    /**
     * One message.
     *
     * @param index which, counting up
     * @param intendedMicros when it is to go out, in microseconds since 1970 by the system clock
     */
    OutgoingMessage message(long index, long intendedMicros);
}
