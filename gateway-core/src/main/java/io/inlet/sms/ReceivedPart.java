package io.inlet.sms;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A PDU of a message as it came, kept so that it can be read again by other settings. Its text form
 * leaves the PDU out.
 *
 * @param number which part of the message, from 1; 1 if it is the whole
 * @param bind where it came in: the parts of a message may come over several
 * @param arrivedAt when, in whole microseconds
 * @param pdu the PDU, header included
 */
public record ReceivedPart(int number, BindId bind, Instant arrivedAt, Octets pdu) {
    // The store keeps whole microseconds, rounded down.
    public ReceivedPart {
        arrivedAt = arrivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** What is kept of a segment. */
    public static ReceivedPart of(Segment segment) {
        Concatenation concatenation = segment.concatenation();
        return new ReceivedPart(
                concatenation == null ? 1 : concatenation.part(),
                segment.origin().bind(),
                segment.receivedAt(),
                segment.pdu());
    }
}
