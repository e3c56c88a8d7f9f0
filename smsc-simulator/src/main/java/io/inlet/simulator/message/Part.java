package io.inlet.simulator.message;

import io.inlet.sms.Octets;
import java.nio.ByteBuffer;
import java.util.List;

/** What marks one part of a long message, in each of the ways that carriers mark it. */
record Part(int reference, int total, int number) {
    private static final int ESM_UDHI = 0x40;

    int esmClass(Split split) {
        return switch (split) {
            case UDH8, UDH16, UDH8_IN_PAYLOAD -> ESM_UDHI;
            case NONE, SAR, PAYLOAD -> 0;
        };
    }

    Octets shortMessage(Split split, Octets text) {
        return switch (split) {
            case NONE, SAR -> text;
            case UDH8, UDH16 -> join(header(split), text);
            case PAYLOAD, UDH8_IN_PAYLOAD -> Octets.EMPTY;
        };
    }

    List<Tlv> tlvs(Split split, Octets text) {
        return switch (split) {
            case NONE, UDH8, UDH16 -> List.of();
            case SAR -> sar();
            case PAYLOAD -> List.of(new Tlv(Tlv.MESSAGE_PAYLOAD, text));
            case UDH8_IN_PAYLOAD ->
                    List.of(new Tlv(Tlv.MESSAGE_PAYLOAD, join(header(split), text)));
        };
    }

    private byte[] header(Split split) {
        if (split == Split.UDH16) {
            MessageBuilder.check("reference", reference, 0, 0xffff);
            byte high = (byte) (reference >> 8);
            return new byte[] {6, 8, 4, high, (byte) reference, (byte) total, (byte) number};
        }
        MessageBuilder.check("reference", reference, 0, 0xff);
        return new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) number};
    }

    private List<Tlv> sar() {
        MessageBuilder.check("reference", reference, 0, 0xffff);
        byte[] octets = {(byte) (reference >> 8), (byte) reference};
        return List.of(
                new Tlv(Tlv.SAR_MSG_REF_NUM, Octets.wrap(octets)),
                Tlv.octet(Tlv.SAR_TOTAL_SEGMENTS, total),
                Tlv.octet(Tlv.SAR_SEGMENT_SEQNUM, number));
    }

    private static Octets join(byte[] header, Octets text) {
        ByteBuffer joined = ByteBuffer.allocate(header.length + text.length());
        return Octets.wrap(joined.put(header).put(text.array()).array());
    }
}
