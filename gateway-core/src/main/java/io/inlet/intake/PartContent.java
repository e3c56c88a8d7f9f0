package io.inlet.intake;

import io.inlet.sms.Address;
import io.inlet.sms.ReceivedPart;
import io.inlet.sms.Segment;
import io.inlet.sms.UserData;

/**
 * What is sealed of a part until its message is complete.
 *
 * @param source the sender's address
 * @param destination the number it was sent to
 * @param userData its octets and how to read them
 * @param received the PDU, and where and when it came
 */
public record PartContent(
        Address source, Address destination, UserData userData, ReceivedPart received) {
    /** What is kept of a segment. */
    public static PartContent of(Segment segment) {
        return new PartContent(
                segment.source(),
                segment.destination(),
                segment.userData(),
                ReceivedPart.of(segment));
    }

    /** Which part it is, from 1. */
    public int number() {
        return received.number();
    }
}
