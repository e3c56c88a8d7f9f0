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

    /** The PDU as received, header included. */
    Octets pdu();
}
