package io.inlet.sms;

import java.time.Instant;

/**
 * What a carrier handed over and waits to have acknowledged: a segment, or a frame nobody can read.
 */
public sealed interface Arrival permits Segment, UnreadableFrame {
    /** Where it came in. */
    Origin origin();

    /** When its last octet was read. */
    Instant receivedAt();

    /**
     * Which arrivals on its session had their ESME_ROK when it was read, so that it cannot be a
     * redelivery of one of those.
     */
    Answered answered();

    /** The PDU as received, header included. */
    Octets pdu();
}
