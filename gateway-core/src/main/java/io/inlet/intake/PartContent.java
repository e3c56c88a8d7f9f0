package io.inlet.intake;

import io.inlet.sms.Address;
import io.inlet.sms.Envelope;
import io.inlet.sms.Octets;
import io.inlet.sms.Segment;
import io.inlet.sms.UserData;

/**
 * What is sealed of a part until its message is complete.
 *
 * @param source the sender's address, normalised by the bind's rules
 * @param envelope the addresses as received, and the carrier's own fields
 * @param userData its octets and how to read them
 * @param pdu the PDU as received
 */
public record PartContent(Address source, Envelope envelope, UserData userData, Octets pdu) {
    /** What is kept of a segment. */
    public static PartContent of(Segment segment) {
        return new PartContent(
                segment.source(), segment.envelope(), segment.userData(), segment.pdu());
    }
}
