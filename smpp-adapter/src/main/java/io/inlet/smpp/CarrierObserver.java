package io.inlet.smpp;

import java.time.Duration;

/**
 * Counts what carriers do. Event loops call it: it must be fast and must not block. Carrier and
 * bind are names from the configuration.
 */
public interface CarrierObserver {
    /** Counts nothing. */
    CarrierObserver NONE = new CarrierObserver() {};

    /** A deliver_sm or data_sm came, delivery receipts included. */
    default void received(String carrier, String bind) {}

    /** It was a delivery receipt. */
    default void receipt(String carrier, String bind, ReceiptKind kind, ReceiptState state) {}

    /**
     * It was a message with the carrier's own timestamp.
     *
     * @param lag from that to its arrival; less than nothing if the carrier's clock is ahead
     */
    default void lag(String carrier, String bind, Duration lag) {}

    /** Its body could not be parsed. */
    default void unreadable(String carrier, String bind) {}

    /** An alert_notification came: a phone can be reached again. It is not answered. */
    default void alert(String carrier, String bind) {}

    /**
     * It was answered: the answer has left for the network.
     *
     * @param status the name of the command_status
     * @param took from its last octet to the answer's write
     */
    default void answered(String carrier, String bind, String status, Duration took) {}

    /** Its answer came after the session had ended: the carrier will send it again. */
    default void unheard(String carrier, String bind) {}

    /** A session has bound. */
    default void bound(String carrier, String bind) {}

    /** A session, or an attempt at one, has ended. */
    default void ended(String carrier, String bind, EndReason reason) {}
}
