package io.inlet.sms;

/**
 * The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, sections 6.2.1 and
 * 6.2.1.1). National shift tables are not among them.
 */
final class Gsm0338 {
    private static final int ESCAPE = 0x1b;
    private static final int SEPTETS = 128;
    private static final char[] BASIC =
            ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà")
                    .toCharArray();
    private static final char[] EXTENSION = extension();

    private Gsm0338() {}

    /**
     * Reads one septet in each octet.
     *
     * <p>An escape that the extension table does not know is shown as a space, and what follows it
     * by the basic table, as section 6.2.1 tells a receiver that lacks the table meant. An octet
     * with bit 7 set is no septet: carriers that send one mean Latin-1, and so it is read.
     */
    static void read(OctetRun octets, StringBuilder text) {
        boolean escaped = false;
        for (int i = 0; i < octets.length(); i++) {
            int octet = octets.at(i);
            char c = octet < SEPTETS ? (escaped ? EXTENSION : BASIC)[octet] : Printable.of(octet);
            if (escaped && (c == 0 || octet >= SEPTETS)) {
                text.append(' ');
                c = octet < SEPTETS ? BASIC[octet] : c;
            }
            escaped = !escaped && octet == ESCAPE;
            if (c != ESCAPE) {
                text.append(c);
            }
        }
        if (escaped) {
            text.append(' ');
        }
    }

    /** The character of a septet in the basic table; an escape is a space. */
    static char basic(int septet) {
        return septet == ESCAPE ? ' ' : BASIC[septet];
    }

    private static char[] extension() {
        char[] table = new char[SEPTETS];
        table[0x0a] = '\n'; // a page break, which no text here knows
        table[0x14] = '^';
        table[0x28] = '{';
        table[0x29] = '}';
        table[0x2f] = '\\';
        table[0x3c] = '[';
        table[0x3d] = '~';
        table[0x3e] = ']';
        table[0x40] = '|';
        table[0x65] = '€';
        return table;
    }
}
