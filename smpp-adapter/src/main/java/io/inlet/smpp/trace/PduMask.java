package io.inlet.smpp.trace;

import io.inlet.sms.Octets;
import java.util.List;

/**
 * Takes out of a PDU what nobody but its lessee may see: the text, passwords, and the end of every
 * number. Its length and form stay, so that protocol tools read it. Stateless.
 */
final class PduMask {
    private static final byte MASK = '*';

    /** What is shorter is a short code, which is nobody's; codes of six digits are somebody's. */
    private static final int SHORTEST_NUMBER = 6;

    private static final int HIDDEN_DIGITS = 4;

    private PduMask() {}

    /** The PDU with what must not be shown replaced by asterisks. */
    static Octets masked(Octets pdu, List<PduField> fields) {
        byte[] octets = pdu.array().clone();
        for (PduField field : fields) {
            switch (field.kind()) {
                case HIDDEN -> hide(octets, field.from(), field.to());
                case ADDRESS, TEXT -> hideEndsOfNumbers(octets, field);
                case HEADER -> ShownHeader.hideContent(octets, field.from(), field.to());
                case NUMBER, OCTETS -> {}
            }
        }
        return Octets.wrap(octets);
    }

    private static void hide(byte[] octets, int from, int to) {
        for (int i = from; i < to; i++) {
            octets[i] = MASK;
        }
    }

    // Of all digits together, since people group them, and of each long row of them.
    private static void hideEndsOfNumbers(byte[] octets, PduField field) {
        int beyond = beyond(octets, field.to());
        int toHide = digits(octets, field) + beyond < SHORTEST_NUMBER ? 0 : HIDDEN_DIGITS;
        int last = field.to();
        while (last > field.from()) {
            int first = startOfRow(octets, field.from(), last);
            int row = last - first + (last == field.to() ? beyond : 0);
            boolean isLong = row >= SHORTEST_NUMBER;
            int from = Math.max(first, last - (isLong ? HIDDEN_DIGITS : toHide));
            hide(octets, from, last);
            toHide = Math.max(0, toHide - (last - from));
            last = Math.min(first, last - 1);
        }
    }

    // A parameter has no NUL: in a shifted PDU its digits go on in the next one's tag.
    private static int beyond(byte[] octets, int from) {
        int to = from;
        while (to < octets.length && to - from < SHORTEST_NUMBER && isDigit(octets[to])) {
            to++;
        }
        return to - from;
    }

    private static int digits(byte[] octets, PduField field) {
        int digits = 0;
        for (int i = field.from(); i < field.to(); i++) {
            digits += isDigit(octets[i]) ? 1 : 0;
        }
        return digits;
    }

    private static int startOfRow(byte[] octets, int from, int last) {
        int first = last;
        while (first > from && isDigit(octets[first - 1])) {
            first--;
        }
        return first;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }
}
