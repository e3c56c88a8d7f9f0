package io.inlet.smpp;

import io.inlet.sms.Alphabet;
import io.inlet.sms.Octets;
import io.inlet.sms.TextDecoder;
import io.inlet.sms.UserData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text decoder: two alphabets that take turns, any national tables, and up to 255 parts whose
 * length is a power of two or just what a segment holds.
 */
final class TextFuzz implements FuzzedDecoder<String> {
    private static final int MOST_PARTS = 255;
    private static final int[] PART_OCTETS = {1 << 16, 140, 134, 153, 1, 2, 3, 7, 16, 64, 255};
    private static final Alphabet[] ALPHABETS = Alphabet.values();

    @Override
    public String read(FuzzCase input) {
        return TextDecoder.decode(parts(input));
    }

    private static List<UserData> parts(FuzzCase input) {
        byte[] octets = input.input();
        int chosen = PART_OCTETS[input.setting(3) % PART_OCTETS.length];
        int length = Math.max(chosen, (octets.length + MOST_PARTS - 1) / MOST_PARTS);
        Octets header = header(input.setting(2));
        List<UserData> parts = new ArrayList<>();
        for (int from = 0; from < octets.length; from += length) {
            Alphabet alphabet = input.chosen(parts.size() % 2, ALPHABETS);
            int to = Math.min(from + length, octets.length);
            Octets part = Octets.wrap(Arrays.copyOfRange(octets, from, to));
            parts.add(new UserData(alphabet, header, part));
        }
        return parts;
    }

    private static Octets header(int tables) {
        if (tables == 0) {
            return Octets.EMPTY;
        }
        byte single = (byte) (tables & 0x0f);
        byte locking = (byte) (tables >>> 4);
        return Octets.wrap(new byte[] {6, 0x24, 1, single, 0x25, 1, locking});
    }

    @Override
    public void expect(FuzzCase input, String text) {
        expectText(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            FuzzedDecoder.require(
                    !Character.isISOControl(c) || c == '\t' || c == '\n' || c == '\r',
                    "text without control characters");
        }
    }

    /** What the database takes: no NUL, and no lone surrogate. */
    static void expectText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            FuzzedDecoder.require(c != 0, "text without NUL");
            if (Character.isSurrogate(c)) {
                FuzzedDecoder.require(
                        Character.isHighSurrogate(c)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1)),
                        "text without lone surrogates");
                i++;
            }
        }
    }
}
