package io.inlet.sms;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * Turns the user data of all parts of a message into text, in time linear in its length. Whatever
 * the octets, the text is valid Unicode without lone surrogates, and without control characters but
 * TAB, LF and CR: PostgreSQL takes it. What cannot be read is U+FFFD. Stateless.
 */
public final class TextDecoder {
    private static final Charset CYRILLIC = Charset.forName("ISO-8859-5");
    private static final Charset HEBREW = Charset.forName("ISO-8859-8");
    private static final Charset KOREAN = Charset.forName("x-windows-949");

    private TextDecoder() {}

    /**
     * Decodes parts in their order. Octets of consecutive parts in one alphabet and the same
     * national tables are joined before they are decoded, since a surrogate pair or an escape may
     * be split over two of them.
     */
    public static String decode(List<UserData> parts) {
        StringBuilder text = new StringBuilder(160 * parts.size());
        int from = 0;
        while (from < parts.size()) {
            Run run = Run.of(parts.get(from));
            int to = from + 1;
            while (to < parts.size() && Run.of(parts.get(to)).equals(run)) {
                to++;
            }
            read(run, OctetRun.join(parts.subList(from, to)), text);
            from = to;
        }
        return text.toString();
    }

    /** Decodes one run of octets; packed septets come unpacked. */
    static void read(Run run, OctetRun octets, StringBuilder text) {
        switch (run.alphabet) {
            case GSM7, GSM7_PACKED -> Gsm0338.read(octets, run.tables, text);
            case ASCII -> single(octets, 0x7f, text);
            case LATIN1 -> single(octets, 0xff, text);
            case ISO_8859_5 -> charset(octets, CYRILLIC, text);
            case ISO_8859_8 -> charset(octets, HEBREW, text);
            case JIS_X_0208 -> Jis.read(octets, Jis.Bare.JIS_X_0208, text);
            case JIS_X_0212 -> Jis.read(octets, Jis.Bare.JIS_X_0212, text);
            case ISO_2022_JP -> Jis.read(octets, Jis.Bare.ASCII, text);
            case KS_C_5601 -> charset(octets, KOREAN, text);
            case UCS2 -> {
                if (Utf16.isReallyAscii(octets)) {
                    single(octets, 0x7f, text);
                } else {
                    Utf16.read(octets, text);
                }
            }
            case UTF8 -> charset(octets, StandardCharsets.UTF_8, text);
            case BINARY -> text.append(HexFormat.of().formatHex(octets.array()));
        }
    }

    private static void single(OctetRun octets, int highest, StringBuilder text) {
        for (int i = 0; i < octets.length(); i++) {
            int octet = octets.at(i);
            text.append(octet > highest ? Printable.REPLACEMENT : Printable.of(octet));
        }
    }

    private static void charset(OctetRun octets, Charset charset, StringBuilder text) {
        Printable.append(new String(octets.array(), charset), text);
    }

    /** What consecutive parts must share to be decoded as one. */
    record Run(Alphabet alphabet, ShiftTables tables) {
        static Run of(UserData part) {
            return switch (part.alphabet()) {
                case GSM7, GSM7_PACKED -> new Run(part.alphabet(), part.shiftTables());
                default -> new Run(part.alphabet(), ShiftTables.DEFAULT);
            };
        }
    }
}
