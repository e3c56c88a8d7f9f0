package io.inlet.sms;

import java.util.Arrays;

/** Eight septets in seven octets (3GPP TS 23.038, section 6.1.2.1). */
final class PackedSeptets {
    private static final int BITS = 7;

    /** Octets of user data that a part has when it is full, header included. */
    private static final int FULL = 140;

    private PackedSeptets() {}

    /**
     * Unpacks to one septet in each octet.
     *
     * <p>SMPP counts octets, so seven spare bits at the end may be padding or a character. Zero
     * bits ({@code @}) and a carriage return are taken for padding, unless the part is a full one
     * of a long message.
     *
     * @param packed the octets after the header
     * @param headerOctets how long the header is, its length octet included: fill bits after it
     *     bring the text to a septet's boundary (3GPP TS 23.040, section 9.2.3.24)
     */
    static byte[] unpack(byte[] packed, int headerOctets) {
        int fill = (BITS - headerOctets * Byte.SIZE % BITS) % BITS;
        int bits = packed.length * Byte.SIZE - fill;
        if (bits < BITS) {
            return new byte[0];
        }
        byte[] septets = new byte[bits / BITS];
        for (int i = 0; i < septets.length; i++) {
            int bit = fill + i * BITS;
            int octet = bit / Byte.SIZE;
            int pair = packed[octet] & 0xff;
            if (octet + 1 < packed.length) {
                pair |= (packed[octet + 1] & 0xff) << Byte.SIZE;
            }
            septets[i] = (byte) (pair >>> bit % Byte.SIZE & 0x7f);
        }
        boolean full = headerOctets > 0 && headerOctets + packed.length == FULL;
        return bits % BITS == 0 && !full ? withoutPadding(septets) : septets;
    }

    private static byte[] withoutPadding(byte[] septets) {
        byte last = septets[septets.length - 1];
        return last == 0 || last == '\r' ? Arrays.copyOf(septets, septets.length - 1) : septets;
    }
}
