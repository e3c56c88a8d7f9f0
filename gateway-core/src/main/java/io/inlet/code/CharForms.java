package io.inlet.code;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The plain form of every character: compatibility forms, case, accents, Arabic letter variants and
 * the digits of every script levelled out, what nobody sees dropped (Unicode Standard Annex 15,
 * NFKC; Unicode Character Database, general category Cf).
 */
final class CharForms {
    /** The plain form of a character that nobody sees. */
    static final char DROPPED = 0;

    /** The plain form of a character that becomes several; {@link #several} knows them. */
    static final char SEVERAL = '\uffff';

    private static final String SPECIAL_FROM = "៖፦ıłđøħŧðþĸ‘’ʼ`´“”„«»٪٫٬،，؛؟۔‚ىيېےكﻩہھۀەۃےڪ";
    private static final String SPECIAL_TO = "::ilđohtðþk'''''\"\"\"\"\"%.,;;;?.,یییہکہہہہہہہک";

    private static final String RARE_SIGNS = "【[「〖(<\"«%";

    private static final Map<Character, String> EXPANDED = new HashMap<>();
    private static final char[] PLAIN = table();

    // What is asked of a character again and again, in one small table.
    private static final int WORD = 1;
    private static final int LETTER = 1 << 1;
    private static final int LETTER_OR_DIGIT = 1 << 2;
    private static final int UPPER = 1 << 3;
    private static final int MARK = 1 << 4;
    private static final int CASED = 1 << 5;
    private static final int CODE = 1 << 6;
    private static final int HOST = 1 << 7;
    private static final int NAME_SIGN = 1 << 8;
    private static final int JOINS_NAME = 1 << 9;
    private static final int CURRENCY = 1 << 10;
    private static final int RARE = 1 << 11;
    private static final int MANIFOLD = 1 << 12;
    private static final int WEIGHT = 13;
    private static final char[] TRAITS = traits();

    private static final int LETTER_WEIGHT = 2;

    /** A sign of a script that writes a word in one or two. */
    private static final int SIGN_WEIGHT = 5;

    private CharForms() {}

    /** The plain form, or {@link #DROPPED}, or {@link #SEVERAL}. */
    static char plain(char c) {
        return PLAIN[c];
    }

    /** The plain form of a character that becomes several. */
    static String several(char c) {
        return EXPANDED.getOrDefault(c, "");
    }

    /** Whether its plain form is not one character, or depends on those beside it. */
    static boolean isManifold(char c) {
        return (TRAITS[c] & MANIFOLD) != 0;
    }

    /** All that is true of a character, to be joined with what is true of others. */
    static int traits(char c) {
        return TRAITS[c];
    }

    /** Whether one of several characters, of which these are the traits, is a capital. */
    static boolean hasUpper(int traits) {
        return (traits & UPPER) != 0;
    }

    /** Whether one of several characters may be the sign of a currency. */
    static boolean hasCurrency(int traits) {
        return (traits & CURRENCY) != 0;
    }

    /** Whether one of several characters may be a bracket, a quotation mark or a per cent sign. */
    static boolean hasRare(int traits) {
        return (traits & RARE) != 0;
    }

    /** By its traits 1 for a letter that has a capital, -2 for another, 0 for what is no letter. */
    static int caseBalance(int traits) {
        int letter = traits / LETTER & 1;
        return 3 * (traits / CASED & letter) - 2 * letter;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** A digit or letter that may stand in a code. */
    static boolean isCodeChar(char c) {
        return (TRAITS[c] & CODE) != 0;
    }

    /** A letter, digit or sign that may stand in the name of a host. */
    static boolean isHostChar(char c) {
        return (TRAITS[c] & HOST) != 0;
    }

    /** A letter or vowel sign of a script that puts spaces between words. */
    static boolean isWordChar(char c) {
        return (TRAITS[c] & WORD) != 0;
    }

    /** Whether both are such letters or signs, asked at once. */
    static boolean areWordChars(char one, char other) {
        return (TRAITS[one] & TRAITS[other] & WORD) != 0;
    }

    /** As {@link Character#isLetter(char)}. */
    static boolean isLetter(char c) {
        return (TRAITS[c] & LETTER) != 0;
    }

    /** As {@link Character#isLetterOrDigit(char)}. */
    static boolean isLetterOrDigit(char c) {
        return (TRAITS[c] & LETTER_OR_DIGIT) != 0;
    }

    /** How much it says: a Latin letter 2, a digit 1, what is no letter 0. */
    static int weight(char c) {
        return TRAITS[c] >>> WEIGHT;
    }

    /** Neither part of a word, nor a digit, nor a space: what may end a sentence or a clause. */
    static boolean isMark(char c) {
        return (TRAITS[c] & MARK) != 0;
    }

    /** A letter, a digit, or a sign that belongs to a letter, as in Indian and Thai words. */
    static boolean isNameSign(char c) {
        return (TRAITS[c] & NAME_SIGN) != 0;
    }

    /** A sign that joins words or parts of words to one name: "AT&T", "D'Epargne". */
    static boolean joinsName(char c) {
        return (TRAITS[c] & JOINS_NAME) != 0;
    }

    /** The sign of a currency. */
    static boolean isCurrency(char c) {
        return (TRAITS[c] & CURRENCY) != 0;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n';
    }

    private static char[] table() {
        char[] table = new char[1 << Character.SIZE];
        for (int i = 1; i < table.length; i++) {
            table[i] = form((char) i);
        }
        return table;
    }

    private static char form(char c) {
        int special = SPECIAL_FROM.indexOf(c);
        if (special >= 0) {
            return SPECIAL_TO.charAt(special);
        }
        if (c == '\n' || c == '\u2028' || c == '\u2029') {
            return '\n';
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return ' ';
        }
        if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212') {
            return '-';
        }
        if (isUnseen(c)) {
            return DROPPED;
        }
        int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
        return digit >= 0 ? (char) ('0' + digit) : folded(c);
    }

    // Marks of Latin, Greek and Cyrillic letters, Hebrew and Arabic points, tatweel, what encloses
    // a keycap, format characters and the selectors of variants. Vowel signs of India stay.
    private static boolean isUnseen(char c) {
        return (c >= '\u0300' && c <= '\u036f')
                || (c >= '\u0591' && c <= '\u05c7' && c != '\u05be')
                || (c >= '\u064b' && c <= '\u065f')
                || c == '\u0670'
                || c == '\u0640'
                || (c >= '\ufe00' && c <= '\ufe0f')
                || Character.getType(c) == Character.ENCLOSING_MARK
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL;
    }

    private static char folded(char c) {
        if (Character.isSurrogate(c)) {
            return c;
        }
        String whole = Normalizer.normalize(String.valueOf(c), Form.NFKC);
        String form = fold(whole);
        if (form.length() == 1) {
            return form.charAt(0);
        }
        EXPANDED.put(c, form);
        return form.isEmpty() ? DROPPED : SEVERAL;
    }

    private static String fold(String whole) {
        StringBuilder base = new StringBuilder();
        String parts = Normalizer.normalize(whole, Form.NFKD);
        for (int i = 0; i < parts.length(); i++) {
            if (!isUnseen(parts.charAt(i))) {
                base.append(parts.charAt(i));
            }
        }
        String composed = Normalizer.normalize(base, Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < composed.length(); i++) {
            char part = composed.charAt(i);
            switch (part) {
                case 'ß' -> folded.append("ss");
                case 'æ' -> folded.append("ae");
                case 'œ' -> folded.append("oe");
                case 'đ' -> folded.append('d');
                case 'ς' -> folded.append('σ');
                default -> {
                    int special = SPECIAL_FROM.indexOf(part);
                    folded.append(special >= 0 ? SPECIAL_TO.charAt(special) : part);
                }
            }
        }
        return folded.toString();
    }

    private static char[] traits() {
        char[] traits = new char[1 << Character.SIZE];
        for (int i = 0; i < traits.length; i++) {
            char c = (char) i;
            boolean word = isOfWord(c);
            boolean says = word || Character.isLetterOrDigit(c);
            traits[i] =
                    (char)
                            ((word ? WORD : 0)
                                    | (Character.isLetter(c) ? LETTER : 0)
                                    | (Character.isLetterOrDigit(c) ? LETTER_OR_DIGIT : 0)
                                    | (Character.isUpperCase(c) ? UPPER : 0)
                                    | (says || c == ' ' ? 0 : MARK)
                                    | (isCased(c) ? CASED : 0)
                                    | (isDigit(c) || isLatin(c) ? CODE | HOST : 0)
                                    | (c == '.' || c == '-' || c == '_' ? HOST : 0)
                                    | (Character.isLetterOrDigit(c) || isSign(c) ? NAME_SIGN : 0)
                                    | ("'.&-+!".indexOf(c) >= 0 ? JOINS_NAME : 0)
                                    | (isCurrencySign(c) ? CURRENCY : 0)
                                    | (RARE_SIGNS.indexOf(PLAIN[c]) >= 0 ? RARE : 0)
                                    | (isOneOfSeveral(c) ? MANIFOLD : 0)
                                    | (weigh(c, word) << WEIGHT));
        }
        return traits;
    }

    private static boolean isOneOfSeveral(char c) {
        return PLAIN[c] == DROPPED
                || PLAIN[c] == SEVERAL
                || Joints.isJoining(c)
                || Character.isSurrogate(c);
    }

    private static boolean isCased(char c) {
        return Character.isUpperCase(c) || Character.isLowerCase(c);
    }

    private static int weigh(char c, boolean word) {
        if (word) {
            return LETTER_WEIGHT;
        }
        return c > '\u0e00' && Character.isLetter(c) ? SIGN_WEIGHT : isDigit(c) ? 1 : 0;
    }

    private static boolean isOfWord(char c) {
        return (Character.isLetter(c) || isSign(c)) && hasSpaces(c);
    }

    private static boolean isSign(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isCurrencySign(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    private static boolean hasSpaces(char c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> false;
            default -> !isProlongedSoundMark(c);
        };
    }

    private static boolean isProlongedSoundMark(char c) {
        return c == '\u30fc' || c == '\u3005' || c == '\u3006';
    }
}
