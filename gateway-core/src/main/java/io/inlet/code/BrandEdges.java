package io.inlet.code;

import io.inlet.code.CandidateScanner.Masked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a brand at the edges of a text: before a colon at its beginning, or alone at its end. For
 * one text and thread.
 */
final class BrandEdges {
    private static final int LONGEST = 36;
    private static final int MOST_WORDS = 5;
    private static final int FEW_WORDS = 3;
    private static final int MOST_SIGNS = 14;
    private static final int FEW = 12;
    private static final long NEVER =
            Cue.GREETING.bit()
                    | Cue.USE.bit()
                    | Cue.SECRET.bit()
                    | Cue.CALL.bit()
                    | Cue.NUMBER.bit()
                    | Cue.VALID.bit()
                    | Cue.UNTIL.bit()
                    | Cue.TAIL.bit()
                    | Cue.PROMO.bit()
                    | Cue.OTHER_CODE.bit()
                    | Cue.CODES
                    | Cue.MONEY.bit();

    private final PlainText text;
    private final Hits hits;
    private final List<Masked> masked;
    private final boolean capitals;

    BrandEdges(PlainText text, Hits hits, List<Masked> masked, boolean capitals) {
        this.text = text;
        this.hits = hits;
        this.masked = masked;
        this.capitals = capitals;
    }

    /** What stands before the first colon, line or dash, if it is short and no sentence. */
    @Nullable String opening(Candidate code) {
        int from = 0;
        while (from < text.length() && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        int end = from;
        while (end < text.length() && end - from <= LONGEST && !isStop(end)) {
            end++;
        }
        if (end >= text.length() || end - from > LONGEST || end > code.from()) {
            return null;
        }
        boolean pointed = text.charAt(end) == ':' || text.charAt(end) == ' ';
        boolean introduces = pointed && code.from() - end > 4;
        return name(from, end, introduces);
    }

    private boolean isStop(int at) {
        char next = text.at(at + 1);
        return switch (text.charAt(at)) {
            case ':', '\n', '>', '|', '。' -> true;
            case '.' -> next == ' ' && at > 3;
            case ' ' -> next == '-' && text.at(at + 2) == ' ';
            default -> false;
        };
    }

    /**
     * What stands after the last end of a sentence, line or dash, if it is short and no sentence.
     */
    @Nullable String closing(Candidate code) {
        int end = text.length();
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        int from = end;
        while (from > code.to() && end - from <= LONGEST && !isStart(from)) {
            from--;
        }
        return from <= code.to() || end - from > LONGEST ? null : name(from, end, false);
    }

    private boolean isStart(int at) {
        char before = text.charAt(at - 1);
        if (before == ' ') {
            return ".!?-~।؟|/".indexOf(text.at(at - 2)) >= 0 && text.at(at - 2) != ' ';
        }
        return "\n。(/|·！？".indexOf(before) >= 0 || (before == '-' && text.at(at - 2) == ' ');
    }

    private @Nullable String name(int start, int end, boolean introduces) {
        int from = start;
        int to = end;
        while (from < to && (!Character.isLetterOrDigit(text.charAt(from)) || isLead(from, to))) {
            from = Character.isLetterOrDigit(text.charAt(from)) ? wordEnd(from, to) : from + 1;
        }
        while (to > from
                && !Character.isLetterOrDigit(text.charAt(to - 1))
                && text.charAt(to - 1) != '+') {
            to--;
        }
        to = introduces ? to : withoutTail(from, to);
        return from < to
                        && text.hasLetter(from, to)
                        && !hits.startWithin(start, from, Cue.CODES)
                        && isName(from, to, introduces)
                ? text.original(from, to)
                : null;
    }

    // "Zalando team": the last word is none of the name.
    private int withoutTail(int from, int to) {
        int last = to;
        while (last > from && text.charAt(last - 1) != ' ') {
            last--;
        }
        boolean tail = last > from && hits.isNoName(last, to) && !isMarked(last, to);
        return tail ? last - 1 : to;
    }

    // "Your", "Ihre", "regards": little words before a name that are none of it.
    private boolean isLead(int from, int to) {
        int end = wordEnd(from, to);
        long there = hits.startsAt(from) & hits.endsAt(end);
        boolean little = (there & (Cue.LINK.bit() | Cue.BRAND_AFTER.bit())) != 0;
        boolean abbreviation = end - from <= 4 && text.charAt(end - 1) == '.';
        return end < to && (little || abbreviation);
    }

    private int wordEnd(int from, int most) {
        int end = from;
        while (end < most && text.charAt(end) != ' ') {
            end++;
        }
        return end;
    }

    private boolean isName(int from, int to, boolean introduces) {
        Words words = new Words();
        for (int at = from; at < to; at = wordEnd(at, to) + 1) {
            words.add(at, wordEnd(at, to));
        }
        boolean brief =
                words.count > 0
                        && words.count <= (capitals || introduces ? MOST_WORDS : FEW_WORDS)
                        && words.signs <= MOST_SIGNS;
        boolean says =
                words.known < words.count
                        && !words.never
                        && !isMasked(from, to)
                        && !hits.isNoName(from, to)
                        && text.subSequence(from, to).indexOf('#') < 0;
        return brief && says && (introduces ? words.isShownLoosely() : words.isShown());
    }

    private boolean isMasked(int from, int to) {
        for (int i = 0; i < Math.min(FEW, masked.size()); i++) {
            Masked number = masked.get(i);
            if (number.from() < to && from < number.to() && !isHarmless(number)) {
                return true;
            }
        }
        return false;
    }

    // "Borger.dk" and "Channel 4" are names.
    private boolean isHarmless(Masked number) {
        boolean host =
                number.mask() == Mask.LINK
                        && text.subSequence(number.from(), number.to()).indexOf('/') < 0;
        return host || number.mask() == Mask.SHAPE;
    }

    /** What the words at an edge look like. */
    private final class Words {
        private int count;
        private int known;
        private int marked;
        private int signs;
        private boolean never;
        private boolean firstMarked;

        void add(int from, int to) {
            if (to == from) {
                return;
            }
            boolean mark = isMarked(from, to);
            firstMarked |= count == 0 && mark;
            count++;
            marked += mark ? 1 : 0;
            known += hits.isNoName(from, to) ? 1 : 0;
            for (int i = from; i < to; i++) {
                signs += CharForms.isWordChar(text.charAt(i)) || text.charAt(i) < '\u0e00' ? 0 : 1;
                never |= (hits.startsAt(i) & (i == from ? NEVER : Cue.CODES)) != 0;
            }
        }

        boolean isShown() {
            return !capitals || (marked + known >= count && marked > 0);
        }

        boolean isShownLoosely() {
            boolean title = firstMarked && (count - marked <= 1 || marked > 1);
            boolean single = count == 1 && known == 0;
            return !capitals || title || single || (marked + known >= count && marked > 0);
        }
    }

    private boolean isMarked(int from, int to) {
        boolean letters = false;
        for (int i = from; i < to; i++) {
            letters |= CharForms.isWordChar(text.charAt(i));
            if (text.isUpper(i)) {
                return true;
            }
        }
        return !letters || text.subSequence(from, to).equals("&");
    }
}
