package io.inlet.simulator;

import java.util.List;

/** Told of each attempt and answer, on the carrier's event loop: it must not block nor throw. */
public interface DeliveryObserver {
    /** Looks away. */
    DeliveryObserver NONE = new DeliveryObserver() {};

    /**
     * A segment went out.
     *
     * @param segment its number in the ledger
     * @param nanos when, by {@link System#nanoTime}
     */
    default void sent(long segment, long nanos) {}

    /** A segment was answered. */
    default void answered(Answer answer) {}

    /** A segment's session ended, or its response timer ran out; it will be sent again. */
    default void unanswered(long segment) {}

    /**
     * Every segment of a message has its ESME_ROK.
     *
     * @param message as in {@link Answer#message}
     */
    default void acknowledged(long message) {}

    /**
     * One answer; instants by {@link System#nanoTime}.
     *
     * @param segment its number in the ledger
     * @param message what the message is called: its index within a load, else the number of its
     *     first segment
     * @param intendedNanos when it was to go out for the first time
     * @param sentNanos when it went out this time
     * @param answeredNanos when the answer was read
     * @param status command_status
     */
    record Answer(
            long segment,
            long message,
            long intendedNanos,
            long sentNanos,
            long answeredNanos,
            int status) {}

    /** Tells several, in their order. */
    static DeliveryObserver all(List<DeliveryObserver> observers) {
        return new DeliveryObservers(List.copyOf(observers));
    }
}
