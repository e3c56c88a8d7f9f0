package io.inlet.code;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;

/**
 * A text as a reader of codes wants it: {@link CharForms plain forms} only, and for each of them
 * the place in the original where it came from. For one thread.
 */
class PlainText implements CharSequence {
    private final String original;
    private char[] chars;
    private int[] origins;
    private int length;

    private PlainText(String original) {
        this.original = original;
        this.chars = new char[original.length()];
        this.origins = new int[original.length()];
    }

    /** The same text, for somebody who watches what is read of it. */
    PlainText(PlainText other) {
        this.original = other.original;
        this.chars = other.chars;
        this.origins = other.origins;
        this.length = other.length;
    }

    static PlainText of(String original) {
        PlainText text = new PlainText(original);
        int i = 0;
        while (i < original.length()) {
            char c = original.charAt(i);
            char plain = CharForms.plain(c);
            if (plain == CharForms.DROPPED) {
                i++;
            } else if (plain == CharForms.SEVERAL || isJoining(c) || Character.isSurrogate(c)) {
                i = text.appendForms(i);
            } else {
                text.append(plain, i);
                i++;
            }
        }
        return text;
    }

    // A voiced mark after a kana, or the second half of a Hangul syllable.
    private static boolean isJoining(char c) {
        return c == '\u3099'
                || c == '\u309a'
                || c == '\uff9e'
                || c == '\uff9f'
                || (c >= '\u1160' && c <= '\u11ff');
    }

    private int appendForms(int at) {
        int point = original.codePointAt(at);
        int next = at + Character.charCount(point);
        String form;
        if (Character.charCount(point) > 1) {
            form = Normalizer.normalize(Character.toString(point), Form.NFKC);
        } else if (isJoining((char) point) && length > 0) {
            String joined =
                    chars[length - 1] + Normalizer.normalize(Character.toString(point), Form.NFKC);
            form = Normalizer.normalize(joined, Form.NFC);
            if (form.length() == 1) {
                chars[length - 1] = form.charAt(0);
                return next;
            }
            form = Character.toString(point);
        } else {
            form = CharForms.several((char) point);
        }
        for (int i = 0; i < form.length(); i++) {
            char plain = CharForms.plain(form.charAt(i));
            if (plain != CharForms.DROPPED && plain != CharForms.SEVERAL) {
                append(plain, at);
            }
        }
        return next;
    }

    private void append(char c, int origin) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2 + 16);
            origins = Arrays.copyOf(origins, length * 2 + 16);
        }
        chars[length] = c;
        origins[length++] = origin;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return chars[index];
    }

    /** The character there, or a space beyond either end. */
    char at(int index) {
        return index < 0 || index >= length ? ' ' : chars[index];
    }

    /** Whether a stretch of so many characters at most has no letter and no digit. */
    boolean isSilent(int from, int to, int most) {
        if (to - from > most) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(charAt(i))) {
                return false;
            }
        }
        return true;
    }

    boolean hasLetter(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetter(charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Where a character first stands, or -1. */
    int indexOf(char c) {
        for (int i = 0; i < length; i++) {
            if (chars[i] == c) {
                return i;
            }
        }
        return -1;
    }

    /** The character of the original there. */
    char originalAt(int index) {
        return original.charAt(origins[index]);
    }

    boolean isUpper(int index) {
        return index >= 0 && index < length && Character.isUpperCase(originalAt(index));
    }

    /** What stands in the original for a stretch of this. */
    String original(int from, int to) {
        return to <= from ? "" : original.substring(origins[from], endInOriginal(to));
    }

    int startInOriginal(int from) {
        return origins[from];
    }

    int endInOriginal(int to) {
        int last = origins[to - 1];
        return last + Character.charCount(original.codePointAt(last));
    }

    String original() {
        return original;
    }

    @Override
    public String subSequence(int start, int end) {
        return new String(chars, start, end - start);
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
