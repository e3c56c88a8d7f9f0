package io.inlet.smpp.trace;

import io.inlet.sms.Octets;
import java.util.List;

/**
 * Takes out of a PDU what nobody but its lessee may see: the text, passwords, and the end of every
 * number. Its length and form stay, so that protocol tools read it. Stateless.
 */
final class PduMask {
    private static final byte MASK = '*';

    /** What is shorter is a short code, which is nobody's. */
    private static final int SHORTEST_NUMBER = 7;

    private static final int HIDDEN_DIGITS = 4;

    private PduMask() {}

    /** The PDU with what must not be shown replaced by asterisks. */
    static Octets masked(Octets pdu, List<PduField> fields) {
        byte[] octets = pdu.array().clone();
        for (PduField field : fields) {
            switch (field.kind()) {
                case HIDDEN -> hide(octets, field.from(), field.to());
                case ADDRESS -> hideEndOfNumber(octets, field);
                case NUMBER, TEXT, HEADER -> {}
            }
        }
        return Octets.wrap(octets);
    }

    private static void hide(byte[] octets, int from, int to) {
        for (int i = from; i < to; i++) {
            octets[i] = MASK;
        }
    }

    private static void hideEndOfNumber(byte[] octets, PduField field) {
        int digits = 0;
        for (int i = field.from(); i < field.to(); i++) {
            digits += octets[i] >= '0' && octets[i] <= '9' ? 1 : 0;
        }
        if (digits >= SHORTEST_NUMBER) {
            hide(octets, field.to() - HIDDEN_DIGITS, field.to());
        }
    }
}
