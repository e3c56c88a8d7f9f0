package io.inlet.sms;

/**
 * Reads the GSM 7-bit alphabets (3GPP TS 23.038, section 6.2.1 and annex A). The tables are in
 * {@code gsm7.txt}.
 */
final class Gsm0338 {
    private static final Gsm0338 DEFAULT = new Gsm0338(ShiftTables.DEFAULT);

    private final char[] locking;
    private final char[] single;

    private Gsm0338(ShiftTables tables) {
        locking = Septets.locking(tables.locking());
        single = Septets.single(tables.single());
    }

    /**
     * Reads one septet in each octet.
     *
     * <p>An escape that the single shift table does not know is shown as a space, and what follows
     * it by the locking shift table, as section 6.2.1 tells a receiver that lacks the table meant.
     * An octet with bit 7 set is no septet: carriers that send one mean Latin-1, and so it is read.
     */
    static void read(OctetRun octets, ShiftTables tables, StringBuilder text) {
        Gsm0338 alphabet = tables.equals(ShiftTables.DEFAULT) ? DEFAULT : new Gsm0338(tables);
        alphabet.read(octets, text);
    }

    private void read(OctetRun octets, StringBuilder text) {
        boolean escaped = false;
        for (int i = 0; i < octets.length(); i++) {
            int octet = octets.at(i);
            if (!escaped && octet == Septets.ESCAPE) {
                escaped = true;
                continue;
            }
            char c = escaped ? shifted(octet) : plain(octet);
            if (c == Septets.NOTHING) {
                text.append(' ');
                c = plain(octet);
            }
            if (c != Septets.ESCAPE) {
                text.append(c);
            }
            escaped = false;
        }
        if (escaped) {
            text.append(' ');
        }
    }

    private char shifted(int octet) {
        return octet < Septets.COUNT ? single[octet] : Septets.NOTHING;
    }

    private char plain(int octet) {
        if (octet >= Septets.COUNT) {
            return Printable.of(octet);
        }
        char c = locking[octet];
        return c == Septets.NOTHING ? Printable.REPLACEMENT : c;
    }

    /** The character of a septet in the default alphabet; an escape is a space. */
    static char basic(int septet) {
        return septet == Septets.ESCAPE ? ' ' : DEFAULT.locking[septet];
    }
}
