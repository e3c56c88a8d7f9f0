package io.inlet.sms;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * Turns the user data of all parts of a message into text, in time linear in its length. Whatever
 * the octets, the text is valid Unicode without lone surrogates, and without control characters but
 * TAB, LF and CR: PostgreSQL takes it. What cannot be read is U+FFFD. Stateless.
 */
public final class TextDecoder {
    private TextDecoder() {}

    /**
     * Decodes parts in their order. Octets of consecutive parts in one alphabet are joined before
     * they are decoded, since a surrogate pair or an escape may be split over two of them.
     */
    public static String decode(List<UserData> parts) {
        StringBuilder text = new StringBuilder(160 * parts.size());
        int from = 0;
        while (from < parts.size()) {
            Alphabet alphabet = parts.get(from).alphabet();
            int to = from + 1;
            while (to < parts.size() && parts.get(to).alphabet() == alphabet) {
                to++;
            }
            read(alphabet, OctetRun.join(parts.subList(from, to)), text);
            from = to;
        }
        return text.toString();
    }

    /** Decodes one run of octets; packed septets come unpacked. */
    static void read(Alphabet alphabet, OctetRun octets, StringBuilder text) {
        switch (alphabet) {
            case GSM7, GSM7_PACKED -> Gsm0338.read(octets, text);
            case ASCII -> single(octets, 0x7f, text);
            case LATIN1 -> single(octets, 0xff, text);
            case UCS2 -> {
                if (Utf16.isReallyAscii(octets)) {
                    single(octets, 0x7f, text);
                } else {
                    Utf16.read(octets, text);
                }
            }
            case UTF8 -> utf8(octets, text);
            case BINARY -> text.append(HexFormat.of().formatHex(octets.array()));
        }
    }

    private static void single(OctetRun octets, int highest, StringBuilder text) {
        for (int i = 0; i < octets.length(); i++) {
            int octet = octets.at(i);
            text.append(octet > highest ? Printable.REPLACEMENT : Printable.of(octet));
        }
    }

    private static void utf8(OctetRun octets, StringBuilder text) {
        String decoded = new String(octets.array(), StandardCharsets.UTF_8);
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            if (c != '\uFEFF') {
                text.append(Printable.of(c));
            }
        }
    }
}
