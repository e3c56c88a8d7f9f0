package io.inlet.code;

import java.util.Optional;

/** The edges of a text: before its first colon, line or dash, and after its last sentence. */
final class BrandEdges {
    /** Characters of a currency and the space after it, at most. */
    private static final int CURRENCY = 4;

    private static final long UNITS =
            Cue.SECOND.bit() | Cue.MINUTE.bit() | Cue.HOUR.bit() | Cue.DAY.bit();

    private final PlainText text;
    private final Hits hits;

    BrandEdges(PlainText text, Hits hits) {
        this.text = text;
        this.hits = hits;
    }

    Optional<BrandName> opening(Candidate code) {
        int from = afterPrice(text, hits);
        while (from < text.length() && !CharForms.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        int end = from;
        while (end < text.length() && end - from <= NameList.LONGEST && !isStop(end)) {
            end++;
        }
        boolean found = end < text.length() && end - from <= NameList.LONGEST && end <= code.from();
        return found ? name(from, end) : Optional.empty();
    }

    /** Where a text begins after "RM0.00": that it costs its reader nothing. */
    static int afterPrice(PlainText text, Hits hits) {
        int at = 0;
        while (at < CURRENCY && !CharForms.isDigit(text.at(at))) {
            at++;
        }
        boolean price = at > 0 && (hits.starts(0, Cue.MONEY) || CharForms.isCurrency(text.at(0)));
        int end = at;
        while (text.at(end) == '0' || text.at(end) == '.') {
            end++;
        }
        return price && end > at && !CharForms.isCodeChar(text.at(end)) ? end : 0;
    }

    private boolean isStop(int at) {
        char next = text.at(at + 1);
        return switch (text.charAt(at)) {
            case ':', '\n', '>', '|', '。', ')', ']', '!' -> true;
            case '.' -> next == ' ' && at > 3;
            case ' ' -> next == '-' && text.at(at + 2) == ' ';
            default -> false;
        };
    }

    Optional<BrandName> closing(Candidate code) {
        int end = text.length();
        while (end > 0 && !CharForms.isNameSign(text.charAt(end - 1))) {
            end--;
        }
        int from = end;
        while (from > code.to() && end - from <= NameList.LONGEST && !isStart(from)) {
            from--;
        }
        boolean found = from > code.to() && end - from <= NameList.LONGEST && !isSpan(from, end);
        return found ? name(from, end) : Optional.empty();
    }

    // "このコードは10分後に期限切れとなります"
    private boolean isSpan(int from, int to) {
        return new Tokens(text).firstDigit(from, to) < to && hits.startWithin(from, to, UNITS);
    }

    private boolean isStart(int at) {
        char before = text.charAt(at - 1);
        if (CharForms.isLetterOrDigit(before)) {
            return false;
        }
        if (before == ' ') {
            return ".!?-~।؟|/,".indexOf(text.at(at - 2)) >= 0 && text.at(at - 2) != ' ';
        }
        return "\n。(/|·！？".indexOf(before) >= 0 || (before == '-' && text.at(at - 2) == ' ');
    }

    private Optional<BrandName> name(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && (!CharForms.isLetterOrDigit(text.charAt(from)) || isLead(from, to))) {
            from = CharForms.isLetterOrDigit(text.charAt(from)) ? text.wordEnd(from, to) : from + 1;
        }
        while (to > from
                && !CharForms.isNameSign(text.charAt(to - 1))
                && text.charAt(to - 1) != '+') {
            to--;
        }
        return from < to ? Optional.of(new BrandName(from, to)) : Optional.empty();
    }

    // "Your", "Ihre", "regards": little words before a name that are none of it.
    private boolean isLead(int from, int to) {
        int end = text.wordEnd(from, to);
        long there = hits.startsAt(from) & hits.endsAt(end);
        boolean little = (there & (Cue.LINK.bit() | Cue.BRAND_AFTER.bit())) != 0;
        boolean abbreviation = end - from <= 4 && text.charAt(end - 1) == '.';
        return end < to && (little || abbreviation);
    }
}
