package io.inlet.code;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text with case, accents and forms of digits levelled out, character for character: positions
 * are those of the text.
 */
final class Folded implements CharSequence {
    private static final char[] TABLE = table();

    private final char[] chars;

    private Folded(char[] chars) {
        this.chars = chars;
    }

    static Folded of(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = TABLE[chars[i]];
        }
        return new Folded(chars);
    }

    @Override
    public int length() {
        return chars.length;
    }

    @Override
    public char charAt(int index) {
        return chars[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(chars, start, end - start);
    }

    @Override
    public String toString() {
        return new String(chars);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A digit or letter that may stand in a code. */
    static boolean isCodeChar(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z');
    }

    /** A letter of a script that puts spaces between words and takes no articles or suffixes on. */
    static boolean isWordLetter(char c) {
        return c >= 'a' && (c <= 'z' || (c < '\u0530' && Character.isLetter(c)));
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static char[] table() {
        char[] table = new char[1 << Character.SIZE];
        for (int i = 0; i < table.length; i++) {
            char c = (char) i;
            int digit = Character.digit(c, 10);
            table[i] = digit >= 0 ? (char) ('0' + digit) : fold(c);
        }
        table['\u00a0'] = ' ';
        table['\u202f'] = ' ';
        table['\u3000'] = ' ';
        table['\uff1a'] = ':';
        table['\u2010'] = '-';
        table['\u2011'] = '-';
        table['\u2013'] = '-';
        table['\u2019'] = '\'';
        table['\u0131'] = 'i';
        table['\u0142'] = 'l';
        return table;
    }

    private static char fold(char c) {
        boolean composed = c < '\u0700' || (c >= '\u1e00' && c < '\u2000');
        boolean wide = c >= '\uff21' && c <= '\uff5a';
        if (c < 0x80 || (Character.isLetter(c) && (composed || wide))) {
            String base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
            return base.toLowerCase(Locale.ROOT).charAt(0);
        }
        return c;
    }
}
