package io.inlet.simulator.message;

import io.inlet.sms.Octets;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * The GSM 7-bit default alphabet and its extension table, one septet in each octet (3GPP TS 23.038,
 * section 6.2.1). Written here anew, so that a fault in the gateway's own table is not met by the
 * same fault on the carrier's side.
 */
final class GsmAlphabet {
    static final byte ESCAPE = 0x1b;

    // The escape's own place holds U+FFFF, which is no character.
    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\uffffÆæßÉ"
                    + " !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
                    + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final Map<Character, Integer> EXTENSION =
            Map.of(
                    '\f', 0x0a, '^', 0x14, '{', 0x28, '}', 0x29, '\\', 0x2f, '[', 0x3c, '~', 0x3d,
                    ']', 0x3e, '|', 0x40, '€', 0x65);

    private static final Map<Character, Integer> SEPTETS = septets();

    private GsmAlphabet() {}

    private static Map<Character, Integer> septets() {
        Map<Character, Integer> septets = new HashMap<>();
        for (int i = 0; i < BASIC.length(); i++) {
            septets.put(BASIC.charAt(i), i);
        }
        septets.remove('\uffff');
        return septets;
    }

    static Octets encode(String text) {
        var out = new ByteArrayOutputStream(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            Integer septet = SEPTETS.get(text.charAt(i));
            if (septet == null) {
                septet = EXTENSION.get(text.charAt(i));
                out.write(ESCAPE);
            }
            if (septet == null) {
                throw Coding.cannotEncode("GSM 7-bit", i);
            }
            out.write(septet);
        }
        return Octets.wrap(out.toByteArray());
    }
}
