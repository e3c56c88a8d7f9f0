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

    /** What is true of any character, in the original or in plain form. */
    private int traits;

    /** Above 0 if more than two of three letters have a capital. */
    private int caseBalance;

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
        this.traits = other.traits;
        this.caseBalance = other.caseBalance;
    }

    static PlainText of(String original) {
        PlainText text = new PlainText(original);
        int i = 0;
        while (i < original.length()) {
            char c = original.charAt(i);
            if (CharForms.isManifold(c)) {
                i = text.appendForms(i);
            } else {
                text.append(CharForms.plain(c), i, CharForms.traits(c));
                i++;
            }
        }
        return text;
    }

    private int appendForms(int at) {
        if (CharForms.plain(original.charAt(at)) == CharForms.DROPPED) {
            return at + 1;
        }
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
                append(plain, at, CharForms.traits(original.charAt(at)));
                traits |= CharForms.traits(plain);
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

    private void append(char c, int origin, int originTraits) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2 + 16);
            origins = Arrays.copyOf(origins, length * 2 + 16);
        }
        chars[length] = c;
        origins[length++] = CharForms.hasUpper(originTraits) ? ~origin : origin;
        traits |= originTraits;
        caseBalance += CharForms.caseBalance(originTraits);
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

    /** The character there, or at the end one that no text has. */
    char orEnd(int index) {
        return index < length ? chars[index] : CharForms.SEVERAL;
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

    /** Whether most letters of it have a small and a large form. */
    boolean isCased() {
        return caseBalance > 0;
    }

    /** Whether it may hold the sign of a currency. */
    boolean mayHaveCurrency() {
        return CharForms.hasCurrency(traits);
    }

    /** Whether it may hold a bracket, a quotation mark or a per cent sign. */
    boolean mayHaveRare() {
        return CharForms.hasRare(traits);
    }

    boolean isUpper(int index) {
        return index >= 0 && index < length && origins[index] < 0;
    }

    /** The next capital from a place on, or the end. */
    int nextUpper(int from) {
        int at = from;
        while (at < length && origins[at] >= 0) {
            at++;
        }
        return at;
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
