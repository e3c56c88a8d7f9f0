package io.inlet.code;

import io.inlet.code.CandidateScanner.Masked;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Says what stands around a candidate: its looks, the words beside it, what the message speaks of,
 * and its other numbers. For one text and thread.
 */
final class Surroundings {
    /** Characters between a number and a word that speaks of it, in one sentence. */
    private static final int NEAR = 80;

    /** Characters between a phrase about the end of something and that end, at most. */
    private static final int DEADLINE = 24;

    private static final int MANY = 8;
    private static final int EDGE = 6;

    private static final long ACCESS = Cue.LOGIN.bit() | Cue.REGISTRATION.bit() | Cue.RESET.bit();
    private static final long PAYMENT = Cue.PAYMENT.bit() | Cue.TRANSFER.bit();
    private static final long SPANS =
            Cue.SECOND.bit() | Cue.MINUTE.bit() | Cue.HOUR.bit() | Cue.SPAN.bit();

    private final PlainText text;
    private final Hits hits;
    private final Terrain terrain;
    private final Looks looks;
    private final int digits;
    private final EnumSet<Circumstance> common;

    /**
     * @param masked the numbers of the text that are something else by their looks
     * @param otherRole whether a phrase names another number
     */
    Surroundings(
            PlainText text, Hits hits, Terrain terrain, List<Masked> masked, boolean otherRole) {
        this.text = text;
        this.hits = hits;
        this.terrain = terrain;
        this.looks = new Looks(text, hits);
        this.digits = digits(0, text.length());
        this.common = EnumSet.noneOf(Circumstance.class);
        theme();
        for (Masked number : masked) {
            if (!isDeadline(number)) {
                beside(number.mask());
            }
        }
        common(Circumstance.OTHER_ROLE, otherRole);
    }

    /** All that stands around a candidate. */
    Set<Circumstance> of(Candidate candidate) {
        EnumSet<Circumstance> found = EnumSet.copyOf(common);
        looks(candidate, found);
        before(candidate, found);
        after(candidate, found);
        place(candidate, found);
        subject(candidate, found);
        return found;
    }

    private void theme() {
        common(Circumstance.VALID_FOR_A_SPAN, hits.has(Cue.VALID) && hits.hasAny(SPANS));
        common(Circumstance.SECRET, hits.has(Cue.SECRET));
        common(Circumstance.GREETING, hits.has(Cue.GREETING));
        common(Circumstance.NOTICE, hits.has(Cue.NOTICE));
        common(Circumstance.PROMO, looks.isPromo());
        common(Circumstance.OTHER_CODE, hits.has(Cue.OTHER_CODE));
        common(Circumstance.NUMBER_WORD, hits.has(Cue.NUMBER));
        common(Circumstance.PLACE, hits.has(Cue.PLACE));
        common(Circumstance.ALERT, hits.has(Cue.ALERT));
        common(Circumstance.CALL, hits.has(Cue.CALL));
        common(Circumstance.MONTH, hits.has(Cue.MONTH));
        common(Circumstance.DAY, hits.has(Cue.DAY));
        common(Circumstance.CODE_ELSEWHERE, hits.has(Cue.CODE));
        common(Circumstance.ONE_TIME_CODE_ELSEWHERE, hits.has(Cue.ONE_TIME_CODE));
    }

    // "valid until 14:35" speaks of a code, as other times do not.
    private boolean isDeadline(Masked number) {
        boolean moment = number.mask() == Mask.TIME || number.mask() == Mask.DATE;
        return moment && (isLedByEnd(number.from()) || hits.starts(number.to(), Cue.UNTIL));
    }

    private boolean isLedByEnd(int from) {
        for (int i = Math.max(0, from - DEADLINE); i <= from; i++) {
            if ((hits.endsAt(i) & (Cue.UNTIL.bit() | Cue.VALID.bit())) != 0) {
                return terrain.sentences(i, from) == 0;
            }
        }
        return false;
    }

    private void common(Circumstance circumstance, boolean holds) {
        if (holds) {
            common.add(circumstance);
        }
    }

    private void beside(Mask mask) {
        switch (mask) {
            case LINK -> common.add(Circumstance.LINK_BESIDE);
            case MONEY -> common.add(Circumstance.MONEY_BESIDE);
            case DATE -> common.add(Circumstance.DATE_BESIDE);
            case TIME -> common.add(Circumstance.TIME_BESIDE);
            case DURATION -> common.add(Circumstance.DURATION_BESIDE);
            case MEASURE -> common.add(Circumstance.MEASURE_BESIDE);
            case PHONE -> common.add(Circumstance.PHONE_BESIDE);
            case CARD -> common.add(Circumstance.CARD_BESIDE);
            case SHAPE -> common.add(Circumstance.LONG_NUMBER_BESIDE);
            case EMAIL, PERCENT, USSD, APP_HASH -> {}
        }
    }

    private void looks(Candidate candidate, Set<Circumstance> found) {
        if (candidate.shape() == Candidate.Shape.MIXED) {
            found.add(Circumstance.MIXED);
        } else if (candidate.to() - candidate.from() != candidate.length()) {
            found.add(Circumstance.GROUPED);
        }
        switch (candidate.length()) {
            case 3 -> found.add(Circumstance.THREE_DIGITS);
            case 4 -> found.add(Circumstance.FOUR_DIGITS);
            case 5 -> found.add(Circumstance.FIVE_DIGITS);
            case 6 -> found.add(Circumstance.SIX_DIGITS);
            case 7, 8 -> found.add(Circumstance.SEVEN_OR_EIGHT_DIGITS);
            default -> {}
        }
    }

    private void before(Candidate candidate, Set<Circumstance> found) {
        int from = candidate.from();
        int end = text.at(from - 1) == ' ' ? from - 1 : from;
        boolean link = hits.ends(from - 1, Cue.LINK);
        add(found, Circumstance.AFTER_COLON, looks.isPointedAt(candidate));
        add(found, Circumstance.AFTER_LINE_BREAK, text.at(from - 1) == '\n');
        add(found, Circumstance.AFTER_NUMBER_SIGN, text.at(end - 1) == '#');
        add(found, Circumstance.AFTER_LINK, link);
        add(found, Circumstance.AFTER_LEAD, !link && hits.ends(from - 1, Cue.BRAND_AFTER));
        add(found, Circumstance.AFTER_NUMBER_WORD, hits.ends(end, Cue.NUMBER));
        boolean unknown = CharForms.isLetter(text.at(end - 1)) && hits.endsAt(end) == 0;
        add(found, Circumstance.AFTER_UNKNOWN_WORD, unknown);
    }

    private void after(Candidate candidate, Set<Circumstance> found) {
        int to = candidate.to();
        char beside = text.at(to);
        int start = beside == ' ' ? to + 1 : to;
        if (!CharForms.isLetter(text.at(start))) {
            add(found, Circumstance.BEFORE_PAUSE, ",;)".indexOf(beside) >= 0);
            add(found, Circumstance.BEFORE_FULL_STOP, beside == '.');
        } else if (hits.startsAt(start) == 0) {
            add(found, Circumstance.BEFORE_UNKNOWN_WORD, beside == ' ');
        } else {
            found.add(wordAt(start));
        }
    }

    private Circumstance wordAt(int start) {
        if (hits.starts(start, Cue.LINK)) {
            return Circumstance.BEFORE_LINK;
        }
        long fitting = Cue.BRAND_AFTER.bit() | Cue.USE.bit() | Cue.VALID.bit() | Cue.SECRET.bit();
        return (hits.startsAt(start) & fitting) != 0
                ? Circumstance.BEFORE_LEAD
                : Circumstance.BEFORE_OTHER_WORD;
    }

    private void place(Candidate candidate, Set<Circumstance> found) {
        int from = candidate.from();
        int to = candidate.to();
        boolean first = terrain.sentences(0, from) == 0;
        boolean last = terrain.sentences(to, text.length()) == 0;
        add(found, Circumstance.OPENS_TEXT, text.isSilent(0, from, EDGE));
        add(found, Circumstance.CLOSES_TEXT, text.isSilent(to, text.length(), EDGE));
        add(found, Circumstance.FIRST_SENTENCE, first);
        add(found, Circumstance.LAST_SENTENCE, last && !first);
        int others = digits - digits(from, to);
        add(found, Circumstance.ONLY_NUMBER, others == 0);
        add(found, Circumstance.MANY_DIGITS, others > MANY);
    }

    private void subject(Candidate candidate, Set<Circumstance> found) {
        long near = near(candidate);
        boolean access = (near & ACCESS) != 0;
        boolean payment = (near & PAYMENT) != 0;
        add(found, Circumstance.USED, (near & Cue.USE.bit()) != 0);
        add(found, Circumstance.FOR_ACCESS, access);
        add(found, Circumstance.ACCESS_ELSEWHERE, !access && hits.hasAny(ACCESS));
        add(found, Circumstance.FOR_PAYMENT, payment);
        add(found, Circumstance.PAYMENT_ELSEWHERE, !payment && hits.hasAny(PAYMENT));
    }

    /** The cues in the sentence of a candidate, not far from it. */
    private long near(Candidate candidate) {
        long cues = 0;
        for (int i = 0; i < hits.count(); i++) {
            int from = Math.min(hits.to(i), candidate.to());
            int to = Math.max(hits.from(i), candidate.from());
            if (to - from < NEAR && terrain.sentences(from, to) == 0) {
                cues |= hits.cue(i).bit();
            }
        }
        return cues;
    }

    private int digits(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += CharForms.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return count;
    }

    private static void add(Set<Circumstance> found, Circumstance circumstance, boolean holds) {
        if (holds) {
            found.add(circumstance);
        }
    }
}
