package io.inlet.sms;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the names of senders. */
final class Names {
    private Names() {}

    /**
     * A name as people read it, without blanks around it.
     *
     * @param raw one character for each octet
     */
    static String read(String raw, NameAlphabet alphabet) {
        return switch (alphabet) {
            case AUTO -> auto(raw);
            case GSM7 -> decode(raw, Alphabet.GSM7);
            case GSM7_PACKED -> decode(raw, Alphabet.GSM7_PACKED);
            case ASCII -> decode(raw, Alphabet.ASCII);
            case LATIN1 -> decode(raw, Alphabet.LATIN1);
            case UTF8 -> decode(raw, Alphabet.UTF8);
        };
    }

    static boolean hasLetter(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetter(name.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String decode(String raw, Alphabet alphabet) {
        Octets octets = Octets.wrap(raw.getBytes(StandardCharsets.ISO_8859_1));
        return TextDecoder.decode(List.of(new UserData(alphabet, Octets.EMPTY, octets))).strip();
    }

    private static String auto(String raw) {
        boolean plain = true;
        for (int i = 0; i < raw.length() && plain; i++) {
            plain = raw.charAt(i) >= ' ' && raw.charAt(i) < 0x7f;
        }
        if (plain) {
            return raw.strip();
        }
        StringBuilder name = new StringBuilder(raw.length());
        for (char c : utf8(raw).toCharArray()) {
            name.append(c < ' ' ? Gsm0338.basic(c) : Printable.of(c));
        }
        return name.toString().strip();
    }

    private static String utf8(String raw) {
        try {
            byte[] octets = raw.getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            return raw;
        }
    }
}
