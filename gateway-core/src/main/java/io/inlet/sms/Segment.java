package io.inlet.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One deliver_sm or data_sm: a whole short message, or one part of a long one. Made by the SMPP
 * adapter on its event loop, read by a lane of the intake; immutable.
 *
 * @param origin where it came in
 * @param receivedAt when its last octet was read
 * @param answered which arrivals on its session had their ESME_ROK when it was read; a second copy
 *     of one of those is a genuine resend
 * @param source the sender's address, normalised by the bind's rules
 * @param destination the number it was sent to, normalised by them too: it decides on lane and
 *     lease
 * @param envelope the addresses as received, which name the SMS whatever the rules become, and the
 *     carrier's own fields
 * @param userData its octets and how to read them
 * @param concatenation which part it is, or null for a whole message
 * @param carrierFacts what the carrier said about it besides
 * @param pdu the PDU as received, header included
 */
public record Segment(
        Origin origin,
        Instant receivedAt,
        Answered answered,
        Address source,
        Address destination,
        Envelope envelope,
        UserData userData,
        @Nullable Concatenation concatenation,
        CarrierFacts carrierFacts,
        Octets pdu)
        implements Arrival {

    /**
     * What a carrier may say about a message besides its content.
     *
     * @param sentAt the carrier's own timestamp, or null
     * @param messageId the carrier's own message id, or null
     */
    public record CarrierFacts(@Nullable Instant sentAt, @Nullable String messageId) {
        /** The carrier said nothing. */
        public static final CarrierFacts NONE = new CarrierFacts(null, null);
    }

    /** The same, read when other arrivals on its session had their ESME_ROK. */
    public Segment readAfter(Answered others) {
        return new Segment(
                origin,
                receivedAt,
                others,
                source,
                destination,
                envelope,
                userData,
                concatenation,
                carrierFacts,
                pdu);
    }

    /** Whether the message is complete with this segment alone. */
    public boolean isWhole() {
        return concatenation == null || concatenation.total() == 1;
    }
}
