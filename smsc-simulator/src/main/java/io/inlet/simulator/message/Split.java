package io.inlet.simulator.message;

/** How a message that is too long for one PDU travels. */
public enum Split {
    /** Not at all: short_message of one PDU. */
    NONE(0),
    /** A user data header with an 8-bit reference (3GPP TS 23.040, section 9.2.3.24.1). */
    UDH8(6),
    /** A user data header with a 16-bit reference (3GPP TS 23.040, section 9.2.3.24.8). */
    UDH16(7),
    /** The TLVs sar_msg_ref_num, sar_total_segments and sar_segment_seqnum. */
    SAR(6),
    /** Whole, in one message_payload TLV, with sm_length 0. */
    PAYLOAD(0),
    /** A user data header with an 8-bit reference, inside message_payload. */
    UDH8_IN_PAYLOAD(6);

    /** The longest short_message (SMPP 3.4, section 5.2.21). */
    private static final int SHORT_MESSAGE = 254;

    /** Leaves room for the rest of the PDU under the 70,000 octets that receivers bear. */
    private static final int PAYLOAD_MOST = 65_000;

    /** User data of one SMS on the air, in octets. */
    private static final int AIR = 140;

    private final int headerOctets;

    Split(int headerOctets) {
        this.headerOctets = headerOctets;
    }

    /** Whether it makes parts at all. */
    boolean makesParts() {
        return headerOctets > 0;
    }

    /** Whether the text travels in message_payload. */
    boolean isInPayload() {
        return this == PAYLOAD || this == UDH8_IN_PAYLOAD;
    }

    /**
     * How many octets of text one part holds at most, with so many octets of header besides its
     * own: what fits the air interface.
     */
    int room(Coding coding, int moreHeader) {
        if (!makesParts()) {
            return (this == PAYLOAD ? PAYLOAD_MOST : SHORT_MESSAGE) - moreHeader;
        }
        int octets = AIR - headerOctets - moreHeader;
        if (coding.isSeptets()) {
            return octets * 8 / 7;
        }
        return coding == Coding.UCS2 ? octets / 2 * 2 : octets;
    }
}
