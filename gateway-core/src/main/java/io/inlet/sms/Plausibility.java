package io.inlet.sms;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a text looks like one that somebody wrote. Each character counts:
 *
 * <ul>
 *   <li>100: letters of ASCII, digits, blanks and line ends; accented letters if no more numerous
 *       than those of ASCII;
 *   <li>95: letters of the one other script that has the most letters;
 *   <li>70: everyday signs and currencies, ¡ and ¿ at the start of a word;
 *   <li>50: Cyrillic letters of few languages, kanji without kana;
 *   <li>40: accented letters that outnumber those of ASCII, or are capital and alone; half-width
 *       katakana;
 *   <li>20: letters of yet another script or of another than their neighbour's, single jamo, rare
 *       kanji and syllables, other signs;
 *   <li>-100: what cannot be read, is not assigned or for private use.
 * </ul>
 *
 * <p>Owned by one probe; not for two threads.
 */
final class Plausibility {
    private static final String EVERYDAY = "!\"#$%&'()*+,-./:;<=>?@[\\]^_{|}~£€¥、。「」・，：！？ー";
    private static final String FEW_LANGUAGES = "ђѓѕјљњћќўџЂЃЅЈЉЊЋЌЎЏ";
    private static final int UNREADABLE = -100;

    private final String text;
    private final boolean japanese;
    private final CharsetEncoder commonKorean = Charset.forName("EUC-KR").newEncoder();
    private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    private final @Nullable UnicodeScript main;
    private final boolean kana;
    private final boolean accentsRule;
    private long sum;
    private int characters;
    private int unreadable;
    private int odd;

    /** Looks a text over. */
    Plausibility(String text, Alphabet alphabet) {
        this.text = text;
        this.japanese =
                switch (alphabet) {
                    case JIS_X_0208, JIS_X_0212, ISO_2022_JP -> true;
                    default -> false;
                };
        int accents = 0;
        int plain = 0;
        boolean syllables = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters.merge(script(c), 1, Integer::sum);
                accents += isAccented(c) ? 1 : 0;
                plain += c < 0x80 ? 1 : 0;
                syllables |= isKana(c);
            }
        }
        this.kana = syllables;
        this.accentsRule = accents > plain;
        this.main = main();
        weigh();
    }

    /**
     * The mean over all characters, 0 to 100.
     *
     * @param strange how many of them count as unreadable besides
     */
    int mean(int strange) {
        long all = sum + (long) strange * UNREADABLE;
        return characters == 0 ? 0 : Math.clamp(all / characters, 0, 100);
    }

    /** What was found. */
    String inWords() {
        if (characters == 0) {
            return "no characters";
        }
        String words = "%d of %d characters are everyday ones".formatted(usual(), characters);
        return unreadable == 0 ? words : words + ", " + unreadable + " cannot be read";
    }

    private int usual() {
        return characters - unreadable - odd;
    }

    private void weigh() {
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int weight = weight(c, i);
            sum += weight;
            characters++;
            unreadable += weight < 0 ? 1 : 0;
            odd += weight >= 0 && weight < 70 ? 1 : 0;
            i += Character.charCount(c);
        }
    }

    private int weight(int c, int at) {
        if (c < 0x80) {
            return Character.isLetterOrDigit(c) || Character.isWhitespace(c) ? 100 : 70;
        }
        if (c == Printable.REPLACEMENT || isNothing(c)) {
            return UNREADABLE;
        }
        if (EVERYDAY.indexOf(c) >= 0 || (isSpanish(c) && !isWord(at - 1))) {
            return 70;
        }
        if (Character.isLetter(c)) {
            return letter(c, at);
        }
        return isJoined(c) ? 95 : 20;
    }

    /** A mark that belongs to the letter before it, or a picture, which people send. */
    private static boolean isJoined(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || c > 0xFFFF;
    }

    private int letter(int c, int at) {
        UnicodeScript script = script(c);
        if (script == UnicodeScript.LATIN) {
            boolean alone = Character.isUpperCase(c) && !isLatin(at - 1) && !isLatin(at + 1);
            return accentsRule || alone ? 40 : 100;
        }
        if (script != main || isBesideAnother(script, at)) {
            return 20;
        }
        return switch (script) {
            case CYRILLIC -> FEW_LANGUAGES.indexOf(c) >= 0 ? 50 : 95;
            case HANGUL -> isCommonSyllable(c) ? 95 : 20;
            case HAN -> japanese(c);
            default -> 95;
        };
    }

    private int japanese(int c) {
        if (isKana(c)) {
            return c >= 0xFF61 && c <= 0xFF9F ? 40 : 95;
        }
        boolean rare = c < 0x4E00 || c > 0x9FFF;
        return rare ? 20 : japanese && !kana ? 50 : 95;
    }

    private static boolean isKana(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }

    private boolean isCommonSyllable(int c) {
        return c >= 0xAC00 && c <= 0xD7A3 && commonKorean.canEncode((char) c);
    }

    /** Whether a Latin letter touches it, as in a word read by the wrong table. */
    private boolean isBesideAnother(UnicodeScript script, int at) {
        return script != UnicodeScript.HAN
                && script != UnicodeScript.HANGUL
                && (isLatin(at - 1) || isLatin(at + 1));
    }

    private static boolean isSpanish(int c) {
        return c == '¡' || c == '¿';
    }

    private boolean isWord(int at) {
        return at >= 0 && Character.isLetterOrDigit(text.charAt(at));
    }

    private boolean isLatin(int at) {
        return at >= 0
                && at < text.length()
                && Character.isLetter(text.charAt(at))
                && script(text.charAt(at)) == UnicodeScript.LATIN;
    }

    private static boolean isAccented(char c) {
        return c >= 0x80 && script(c) == UnicodeScript.LATIN;
    }

    private static boolean isNothing(int c) {
        int type = Character.getType(c);
        return type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE;
    }

    // Japanese is written in three scripts at once, which count as one.
    private static UnicodeScript script(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return switch (script) {
            case HIRAGANA, KATAKANA -> UnicodeScript.HAN;
            default -> script;
        };
    }

    private @Nullable UnicodeScript main() {
        UnicodeScript most = null;
        int count = 0;
        for (Map.Entry<UnicodeScript, Integer> entry : letters.entrySet()) {
            if (entry.getKey() != UnicodeScript.LATIN && entry.getValue() > count) {
                most = entry.getKey();
                count = entry.getValue();
            }
        }
        return most;
    }
}
