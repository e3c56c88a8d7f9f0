package io.inlet.sms;

/** UTF-16 as carriers send it under data_coding 8. */
final class Utf16 {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Under so many octets, printable ASCII may well be CJK by chance. */
    private static final int SURELY_ASCII = 12;

    private Utf16() {}

    /**
     * Reads big-endian text, or little-endian if it starts with that byte order mark. Byte order
     * marks are dropped, also those that some carriers put before each part; a lone surrogate and
     * an odd last octet become U+FFFD.
     */
    static void read(OctetRun octets, StringBuilder text) {
        int last = octets.length() - 1;
        int high = last > 0 && octets.at(0) == 0xff && octets.at(1) == 0xfe ? 1 : 0;
        char waiting = 0;
        for (int i = 0; i < last; i += 2) {
            char c = (char) (octets.at(i + high) << Byte.SIZE | octets.at(i + 1 - high));
            if (waiting != 0) {
                if (Character.isLowSurrogate(c)) {
                    text.append(waiting).append(c);
                    waiting = 0;
                    continue;
                }
                text.append(Printable.REPLACEMENT);
                waiting = 0;
            }
            if (Character.isHighSurrogate(c)) {
                waiting = c;
            } else if (c != BYTE_ORDER_MARK) {
                text.append(Character.isLowSurrogate(c) ? Printable.REPLACEMENT : Printable.of(c));
            }
        }
        if (waiting != 0) {
            text.append(Printable.REPLACEMENT);
        }
        if (octets.length() % 2 != 0) {
            text.append(Printable.REPLACEMENT);
        }
    }

    /**
     * Whether the octets are ASCII text with a wrong data_coding, which happens. CJK text made of
     * such octets alone, a space or digit among them, does not.
     */
    static boolean isReallyAscii(OctetRun octets) {
        if (octets.length() < SURELY_ASCII) {
            return false;
        }
        boolean wordsOrDigits = false;
        for (int i = 0; i < octets.length(); i++) {
            int octet = octets.at(i);
            if (!Printable.isAscii(octet)) {
                return false;
            }
            wordsOrDigits |= octet == ' ' || (octet >= '0' && octet <= '9');
        }
        return wordsOrDigits;
    }
}
