package io.inlet.simulator.message;

import io.inlet.sms.Octets;

/** Packs septets into octets (3GPP TS 23.038, section 6.1.2.1). */
final class Septets {
    private static final int BITS = 7;

    private Septets() {}

    /**
     * Packs septets that follow a header.
     *
     * @param septets one in each octet
     * @param headerOctets the header's length; the first septet begins at the next septet boundary
     *     behind it
     */
    static Octets pack(Octets septets, int headerOctets) {
        int fill = (BITS - headerOctets * 8 % BITS) % BITS;
        byte[] packed = new byte[(fill + septets.length() * BITS + 7) / 8];
        int bit = fill;
        for (int i = 0; i < septets.length(); i++, bit += BITS) {
            int shifted = septets.at(i) << (bit % 8);
            packed[bit / 8] |= (byte) shifted;
            if (shifted > 0xff) {
                packed[bit / 8 + 1] |= (byte) (shifted >> 8);
            }
        }
        return Octets.wrap(packed);
    }
}
