package io.inlet.simulator.message;

import io.inlet.sms.Octets;

/**
 * An optional parameter (SMPP 3.4, section 5.3).
 *
 * @param tag 0 to 0xFFFF
 * @param value at most 65,535 octets
 */
public record Tlv(int tag, Octets value) {
    static final int RECEIPTED_MESSAGE_ID = 0x001e;
    static final int SAR_MSG_REF_NUM = 0x020c;
    static final int SAR_TOTAL_SEGMENTS = 0x020e;
    static final int SAR_SEGMENT_SEQNUM = 0x020f;
    static final int MESSAGE_PAYLOAD = 0x0424;
    static final int MESSAGE_STATE = 0x0427;

    public Tlv {
        if (tag < 0 || tag > 0xffff || value.length() > 0xffff) {
            throw new IllegalArgumentException(
                    "TLV: expected a tag and a length of 16 bits, found "
                            + tag
                            + " and "
                            + value.length());
        }
    }

    static Tlv octet(int tag, int value) {
        return new Tlv(tag, Octets.wrap(new byte[] {(byte) value}));
    }
}
