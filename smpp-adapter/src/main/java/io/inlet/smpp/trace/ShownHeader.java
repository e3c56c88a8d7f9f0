package io.inlet.smpp.trace;

import io.inlet.sms.Octets;

/**
 * What may be shown of a user data header (3GPP TS 23.040, section 9.2.3.24). Where UDHI is set
 * wrongly, the text is in its place: it counts only if its elements fit exactly. Stateless.
 */
final class ShownHeader {
    private static final byte MASK = '*';
    private static final int ID_AND_LENGTH = 2;

    /** Section 9.2.3.24: from here to the SIM toolkit's first all are reserved, digits included. */
    private static final int FIRST_RESERVED = 0x26;

    private static final int FIRST_OF_TOOLKIT = 0x70;

    private ShownHeader() {}

    /** How many octets of the user data are its header, the length octet included; 0 for none. */
    static int length(Octets pdu, int from, int length) {
        int to = length == 0 ? from : from + 1 + pdu.at(from);
        if (length == 0 || to > from + length) {
            return 0;
        }
        int at = from + 1;
        while (at + ID_AND_LENGTH <= to && !isReserved(pdu.at(at))) {
            at += ID_AND_LENGTH + pdu.at(at + 1);
        }
        return at == to ? to - from : 0;
    }

    private static boolean isReserved(int id) {
        return id >= FIRST_RESERVED && id < FIRST_OF_TOOLKIT;
    }

    /** Hides the values of all elements that could hold anything but numbers of their own. */
    static void hideContent(byte[] octets, int from, int to) {
        int at = from + 1;
        while (at + ID_AND_LENGTH <= to) {
            int length = octets[at + 1] & 0xff;
            int value = at + ID_AND_LENGTH;
            at = value + length;
            if (length != shownOctets(octets[value - ID_AND_LENGTH] & 0xff)) {
                for (int i = value; i < at; i++) {
                    octets[i] = MASK;
                }
            }
        }
    }

    // Concatenation, ports, national shift tables.
    private static int shownOctets(int id) {
        return switch (id) {
            case 0x00 -> 3;
            case 0x08, 0x05 -> 4;
            case 0x04 -> 2;
            case 0x24, 0x25 -> 1;
            default -> 0;
        };
    }
}
