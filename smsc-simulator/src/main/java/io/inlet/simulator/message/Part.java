package io.inlet.simulator.message;

import io.inlet.sms.Octets;
import java.util.List;

/** What marks one part of a long message, in each of the ways that carriers mark it. */
record Part(int reference, int total, int number) {
    /**
     * The information elements that mark it in a user data header; none if it is marked otherwise.
     */
    Octets elements(Split split) {
        return switch (split) {
            case UDH8, UDH8_IN_PAYLOAD -> Octets.wrap(narrow());
            case UDH16 -> Octets.wrap(wide());
            case NONE, SAR, PAYLOAD -> Octets.EMPTY;
        };
    }

    List<Tlv> tlvs(Split split) {
        return split == Split.SAR ? sar() : List.of();
    }

    private byte[] narrow() {
        MessageBuilder.check("reference", reference, 0, 0xff);
        return new byte[] {0, 3, (byte) reference, (byte) total, (byte) number};
    }

    private byte[] wide() {
        MessageBuilder.check("reference", reference, 0, 0xffff);
        byte high = (byte) (reference >> 8);
        return new byte[] {8, 4, high, (byte) reference, (byte) total, (byte) number};
    }

    private List<Tlv> sar() {
        MessageBuilder.check("reference", reference, 0, 0xffff);
        byte[] octets = {(byte) (reference >> 8), (byte) reference};
        return List.of(
                new Tlv(Tlv.SAR_MSG_REF_NUM, Octets.wrap(octets)),
                Tlv.octet(Tlv.SAR_TOTAL_SEGMENTS, total),
                Tlv.octet(Tlv.SAR_SEGMENT_SEQNUM, number));
    }
}
