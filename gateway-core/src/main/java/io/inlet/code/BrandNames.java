package io.inlet.code;

import io.inlet.code.CandidateScanner.Masked;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what could be the name of a brand: by its letters, by its place, or because no file knows
 * it. For one text and thread.
 */
final class BrandNames {
    private static final int MOST = 32;
    private static final int MOST_WORDS = 5;
    private static final int LONGEST = 40;
    private static final int LONGEST_NUMBER = 4;
    private static final int LONGEST_BRIDGE = 3;

    private final PlainText text;
    private final Hits hits;
    private final List<Masked> masked;
    private final boolean capitals;
    private final List<BrandName> names = new ArrayList<>(8);

    BrandNames(PlainText text, Hits hits, List<Masked> masked) {
        this.text = text;
        this.hits = hits;
        this.masked = masked;
        this.capitals = isCased();
    }

    // Whether most letters of the text have a small and a large form.
    private boolean isCased() {
        int cased = 0;
        int others = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.originalAt(i);
            if (CharForms.isLetter(c)) {
                boolean hasCase = CharForms.hasCase(c);
                cased += hasCase ? 1 : 0;
                others += hasCase ? 0 : 1;
            }
        }
        return cased > others * 2;
    }

    /** Whether the text is written in a script that has capitals. */
    boolean hasCapitals() {
        return capitals;
    }

    /** The names, a few at most, from whatever source. */
    List<BrandName> find(Candidate code) {
        BrandEdges edges = new BrandEdges(text, hits);
        edges.opening(code).ifPresent(n -> add(n, BrandTrait.OPENING));
        edges.closing(code).ifPresent(n -> add(n, BrandTrait.CLOSING));
        bracketed();
        hosts();
        marked();
        unknown();
        return names;
    }

    private void add(BrandName name, BrandTrait source) {
        add(name.from(), name.to(), source);
    }

    private void add(int from, int to, BrandTrait source) {
        boolean letters = source == BrandTrait.IN_LENTICULAR_BRACKETS || text.hasLetter(from, to);
        boolean fits = to - from >= 2 && to - from <= LONGEST && letters;
        if (!fits || isMasked(from, to)) {
            return;
        }
        for (BrandName name : names) {
            if (name.from() == from && name.to() == to) {
                name.add(source, true);
                return;
            }
        }
        if (names.size() < MOST) {
            BrandName name = new BrandName(from, to);
            name.add(source, true);
            names.add(name);
        }
    }

    private void bracketed() {
        for (int i = 0; i < text.length(); i++) {
            int close = closing(text.charAt(i));
            if (close != 0) {
                int end = indexOf((char) close, i + 1);
                if (end > 0) {
                    add(inner(i + 1, end), kind(text.charAt(i)));
                }
            }
        }
    }

    private BrandName inner(int start, int stop) {
        int from = start;
        int to = stop;
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return new BrandName(from, to);
    }

    private static BrandTrait kind(char open) {
        return switch (open) {
            case '(' -> BrandTrait.IN_ROUND_BRACKETS;
            case '"', '«', '<' -> BrandTrait.UNKNOWN;
            case '【', '〖' -> BrandTrait.IN_LENTICULAR_BRACKETS;
            default -> BrandTrait.IN_SQUARE_BRACKETS;
        };
    }

    private static int closing(char open) {
        return switch (open) {
            case '【' -> '】';
            case '[' -> ']';
            case '「' -> '」';
            case '〖' -> '〗';
            case '(' -> ')';
            case '<' -> '>';
            case '"' -> '"';
            case '«' -> '»';
            default -> 0;
        };
    }

    private int indexOf(char c, int from) {
        for (int i = from; i < Math.min(text.length(), from + LONGEST); i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    // "gov.example": a host without a path.
    private void hosts() {
        for (Masked number : masked) {
            boolean at = text.at(number.from() - 1) == '@';
            if (number.mask() == Mask.LINK && !at && isHost(number.from(), number.to())) {
                add(number.from(), number.to(), BrandTrait.HOST);
            }
        }
    }

    private boolean isHost(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '/' || text.charAt(i) == ':') {
                return false;
            }
        }
        return true;
    }

    private void marked() {
        int i = 0;
        while (i < text.length() && names.size() < MOST) {
            int end = wordEnd(i);
            if (end == i) {
                i++;
            } else if (isMarked(i, end)) {
                i = run(i);
            } else {
                i = end;
            }
        }
    }

    // All words with capitals from there on, and the parts of them that mean nothing else.
    private int run(int first) {
        int end = first;
        int from = -1;
        int words = 0;
        int at = first;
        while (words < MOST_WORDS) {
            int stop = wordEnd(at);
            if (stop == at || !isMarked(at, stop)) {
                break;
            }
            if (isKnown(at, stop)) {
                strict(from, end);
                from = -1;
            } else if (from < 0) {
                from = at;
            }
            end = stop;
            words++;
            at = next(end);
        }
        strict(from, end);
        wide(first, end);
        bridge(from < 0 ? first : from, end);
        return end;
    }

    private void strict(int from, int end) {
        if (from >= 0) {
            add(from, end, BrandTrait.MARKED);
            numbered(from, end);
        }
    }

    // Amid a sentence a little word with a capital belongs to the name: "Mi Movistar".
    private void wide(int first, int end) {
        int from = first;
        while (from < end && isLead(from, wordEnd(from)) && !isAmid(first)) {
            from = next(wordEnd(from));
        }
        if (from < end) {
            add(from, end, BrandTrait.WIDE);
        }
    }

    private boolean isAmid(int first) {
        return text.at(first - 1) == ' ' && Character.isLetterOrDigit(text.at(first - 2));
    }

    private void numbered(int from, int end) {
        int digits = end + 1;
        int stop = digits;
        while (CharForms.isDigit(text.at(stop)) && stop - digits < LONGEST_NUMBER) {
            stop++;
        }
        boolean number = text.at(end) == ' ' && stop > digits && stop - digits < LONGEST_NUMBER;
        if (number && !Character.isLetterOrDigit(text.at(stop))) {
            add(from, stop, BrandTrait.NUMBERED);
        }
    }

    // "Bank of Ireland", "Caisse d'Epargne"
    private void bridge(int from, int end) {
        int little = next(end);
        int stop = wordEnd(little);
        boolean bridge = little > end && stop > little && stop - little <= LONGEST_BRIDGE;
        int last = bridge ? next(stop) : end;
        if (last > stop && isMarked(last, wordEnd(last)) && !isMarked(little, stop)) {
            add(from, wordEnd(last), BrandTrait.BRIDGED);
        }
    }

    private boolean isLead(int from, int end) {
        long there = hits.startsAt(from) & hits.endsAt(end);
        long leads = Cue.LINK.bit() | Cue.BRAND_AFTER.bit() | Cue.COMMON.bit() | Cue.GREETING.bit();
        return (there & leads) != 0;
    }

    private int next(int end) {
        if (text.at(end) == ' ' && text.at(end + 1) == '&' && text.at(end + 2) == ' ') {
            return end + 3;
        }
        return text.at(end) == ' ' ? end + 1 : end;
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && (isNameChar(text.charAt(end)) || isInner(end, from))) {
            end++;
        }
        return end;
    }

    private boolean isNameChar(char c) {
        return CharForms.isCodeChar(c) || (capitals && CharForms.isWordChar(c));
    }

    private boolean isInner(int at, int from) {
        return at > from
                && "'.&-+!".indexOf(text.charAt(at)) >= 0
                && isNameChar(text.at(at + 1))
                && at + 1 < text.length()
                && !(text.charAt(at) == '.' && text.isUpper(at + 1) && at - from > 3)
                && !(text.charAt(at) == '-' && isWord(at + 1));
    }

    // "Zalando-Konto", "Zalando-Code": what follows the hyphen is no part of the name.
    private boolean isWord(int at) {
        long words = Cue.CODES | Cue.BRAND_BEFORE.bit() | Cue.GENERIC.bit();
        return (hits.startsAt(at) & words) != 0;
    }

    private boolean isMarked(int from, int end) {
        boolean letters = false;
        boolean capital = false;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            letters |= CharForms.isWordChar(c);
            capital |= text.isUpper(i) && (i == from || capitals || CharForms.isLatin(c));
        }
        return letters && (capital || !capitals) && !isMasked(from, end);
    }

    private boolean isKnown(int from, int end) {
        return hits.isNoName(from, end);
    }

    private boolean isMasked(int from, int end) {
        for (int i = 0; i < Math.min(masked.size(), MOST); i++) {
            Masked number = masked.get(i);
            boolean harmless =
                    number.mask() != Mask.APP_HASH
                            && number.mask() != Mask.PHONE
                            && number.mask() != Mask.USSD;
            if (number.from() < end && from < number.to() && !harmless) {
                return true;
            }
        }
        return false;
    }

    private void unknown() {
        int i = 0;
        while (i < text.length() && names.size() < MOST) {
            int end = unknownEnd(i);
            if (end > i) {
                add(i, end, BrandTrait.UNKNOWN);
            }
            i = Math.max(end, i + 1);
        }
    }

    // Letters, digits and single spaces that no phrase covers.
    private int unknownEnd(int from) {
        if (!isFree(from) || text.charAt(from) == ' ') {
            return from;
        }
        int end = from;
        int at = from;
        while (at < text.length() && at - from <= LONGEST && isFree(at)) {
            at++;
            char last = text.charAt(at - 1);
            end = last == ' ' || last == '.' || isWithinWord(at) ? end : at;
        }
        return isWithinWord(from) ? from : end;
    }

    // In scripts with spaces a name is made of whole words.
    private boolean isWithinWord(int at) {
        return CharForms.isWordChar(text.at(at - 1)) && CharForms.isWordChar(text.at(at));
    }

    private boolean isFree(int at) {
        char c = text.charAt(at);
        boolean sign = CharForms.isNameSign(c) || CharForms.isWordChar(c);
        boolean inner =
                "'.&-+!".indexOf(c) >= 0
                        && Character.isLetter(text.at(at + 1))
                        && Character.isLetterOrDigit(text.at(at - 1));
        boolean gap = c == ' ' && Character.isLetter(text.at(at + 1));
        return (sign || inner || gap) && !hits.saysElse(at);
    }
}
