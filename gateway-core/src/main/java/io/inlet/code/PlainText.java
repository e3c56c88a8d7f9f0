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

    /** For each character its place in the original, or the complement of that of a capital. */
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
            } else if (plain == CharForms.SEVERAL
                    || Joints.isJoining(c)
                    || Character.isSurrogate(c)) {
                i = text.appendForms(i);
            } else {
                text.append(plain, i);
                i++;
            }
        }
        return text;
    }

    private int appendForms(int at) {
        int point = original.codePointAt(at);
        int next = at + Character.charCount(point);
        char joined = length == 0 ? 0 : Joints.joined(chars[length - 1], (char) point);
        if (next == at + 1 && joined != 0) {
            chars[length - 1] = joined;
            return next;
        }
        String form = form(point);
        for (int i = 0; i < form.length(); i++) {
            char plain = CharForms.plain(form.charAt(i));
            if (plain != CharForms.DROPPED && plain != CharForms.SEVERAL) {
                append(plain, at);
            }
        }
        return next;
    }

    private String form(int point) {
        if (Character.isSupplementaryCodePoint(point)) {
            String whole = Character.toString(point);
            return isPicture(point) ? whole : Normalizer.normalize(whole, Form.NFKC);
        }
        boolean first = length == 0 || !Joints.isJoining((char) point);
        return first ? CharForms.several((char) point) : Character.toString(point);
    }

    // The blocks of pictures, which have no other form.
    private static boolean isPicture(int point) {
        return point >= 0x1f300 && point <= 0x1faff;
    }

    private void append(char c, int origin) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2 + 16);
            origins = Arrays.copyOf(origins, length * 2 + 16);
        }
        chars[length] = c;
        boolean capital = CharForms.isUpper(original.charAt(origin));
        origins[length++] = capital ? ~origin : origin;
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

    /** Whether a word goes on from the character before a place to the one there. */
    boolean isJoined(int at) {
        return at > 0
                && at < length
                && CharForms.isWordChar(charAt(at - 1))
                && CharForms.isWordChar(charAt(at));
    }

    /** Whether a stretch of so many characters at most has no letter and no digit. */
    boolean isSilent(int from, int to, int most) {
        if (to - from > most) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (CharForms.isLetterOrDigit(charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Where the word ends that starts there: at a space, or as far as is asked. */
    int wordEnd(int from, int most) {
        int end = from;
        while (end < most && charAt(end) != ' ') {
            end++;
        }
        return end;
    }

    boolean hasLetter(int from, int to) {
        for (int i = from; i < to; i++) {
            if (CharForms.isLetter(charAt(i))) {
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

    /** Where a character last stands, or -1. */
    int lastIndexOf(char c) {
        int i = length - 1;
        while (i >= 0 && chars[i] != c) {
            i--;
        }
        return i;
    }

    /** The character of the original there. */
    char originalAt(int index) {
        return original.charAt(startInOriginal(index));
    }

    boolean isUpper(int index) {
        return index >= 0 && index < length && origins[index] < 0;
    }

    /** What stands in the original for a stretch of this. */
    String original(int from, int to) {
        return to <= from ? "" : original.substring(startInOriginal(from), endInOriginal(to));
    }

    int startInOriginal(int from) {
        int origin = origins[from];
        return origin < 0 ? ~origin : origin;
    }

    int endInOriginal(int to) {
        int last = startInOriginal(to - 1);
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
