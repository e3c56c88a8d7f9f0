package io.inlet.sms;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Japanese text. What the specification names by a standard's number, carriers send in any of four
 * forms, which tell themselves apart: top bits are EUC-JP if every octet fits it, else Shift_JIS;
 * escape sequences are ISO-2022-JP, which has no top bits; and the rest are bare pairs of octets,
 * if they can be.
 */
final class Jis {
    private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP-2");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private static final int ESCAPE = 0x1b;
    private static final int TOP = 0x80;
    private static final int FIRST = 0x21;
    private static final int LAST = 0x7e;

    /** EUC-JP: half-width katakana follow, in one octet. */
    private static final int HALF_WIDTH = 0x8e;

    /** EUC-JP: a character of JIS X 0212 follows, in two octets. */
    private static final byte SUPPLEMENTARY = (byte) 0x8f;

    /** What octets without escape sequences and top bits are. */
    enum Bare {
        ASCII,
        JIS_X_0208,
        JIS_X_0212
    }

    private Jis() {}

    static void read(OctetRun run, Bare bare, StringBuilder text) {
        byte[] octets = run.array();
        Printable.append(decode(octets, bare), text);
    }

    private static String decode(byte[] octets, Bare bare) {
        boolean top = false;
        boolean escape = false;
        boolean pairs = bare != Bare.ASCII && octets.length % 2 == 0;
        boolean digits = true;
        for (byte octet : octets) {
            escape |= octet == ESCAPE;
            top |= octet < 0;
            pairs &= octet >= FIRST && octet <= LAST;
            digits &= octet >= '0' && octet <= '9';
        }
        if (top) {
            return new String(octets, isEuc(octets) ? EUC_JP : SHIFT_JIS);
        }
        if (escape) {
            return new String(octets, ISO_2022_JP);
        }
        // A space or an odd octet tells ASCII, which comes under these codings too.
        return pairs && !digits
                ? new String(withTopBits(octets, bare), EUC_JP)
                : new String(octets, StandardCharsets.US_ASCII);
    }

    private static boolean isEuc(byte[] octets) {
        for (int i = 0; i < octets.length; i++) {
            int octet = octets[i] & 0xff;
            if (octet < TOP) {
                continue;
            }
            int more = octets[i] == SUPPLEMENTARY ? 2 : 1;
            if ((octet < 0xa1 || octet == 0xff) && octet != HALF_WIDTH && more == 1) {
                return false;
            }
            for (; more > 0; more--) {
                i++;
                if (i == octets.length || (octets[i] & 0xff) < 0xa1 || octets[i] == -1) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte[] withTopBits(byte[] octets, Bare bare) {
        int lead = bare == Bare.JIS_X_0212 ? 1 : 0;
        byte[] euc = new byte[octets.length / 2 * (2 + lead)];
        int at = 0;
        for (int i = 0; i < octets.length; i += 2) {
            if (lead == 1) {
                euc[at++] = SUPPLEMENTARY;
            }
            euc[at++] = (byte) (octets[i] | TOP);
            euc[at++] = (byte) (octets[i + 1] | TOP);
        }
        return euc;
    }
}
