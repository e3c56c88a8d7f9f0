package io.inlet.code;

/** What a candidate's own looks and its place in the text count. For one thread. */
final class Looks {
    private static final long HANDLED =
            Cue.SECRET.bit()
                    | Cue.VALID.bit()
                    | Cue.MINUTE.bit()
                    | Cue.LOGIN.bit()
                    | Cue.REGISTRATION.bit()
                    | Cue.RESET.bit()
                    | Cue.USE.bit()
                    | Cue.ONE_TIME_CODE.bit();

    private static final int SHORT = 70;
    private static final int NEAR = 24;
    private static final int FEW = 3;
    private static final int LONG = 9;

    /** Letters and digits of a mixture that means nothing, at least. */
    private static final int SCRAMBLED = 6;

    /** Blanks and line breaks between a colon and what it leads to, at most. */
    private static final int GAP = 3;

    private static final int FAR = 90;
    private static final int OPENING = 6;
    private static final double NEVER = -2;

    private final PlainText text;
    private final Hits hits;
    private final boolean percents;

    Looks(PlainText text, Hits hits) {
        this.text = text;
        this.hits = hits;
        this.percents = text.mayHaveRare() && text.indexOf('%') >= 0;
    }

    /** What the shape of a candidate counts, whose name is known. */
    double shape(Verdict verdict) {
        Candidate candidate = verdict.candidate();
        return switch (candidate.shape()) {
            case BOUND -> 0;
            case PREFIXED -> 0.1;
            case DIGITS -> digits(verdict);
            case MIXED -> mixed(verdict);
            case LETTERS -> isTold(verdict) && isNoWord(verdict) ? -0.2 : NEVER;
        };
    }

    private double digits(Verdict verdict) {
        boolean few = verdict.candidate().length() == 3;
        boolean handled = hits.hasAny(Cue.USE.bit() | Cue.VALID.bit() | Cue.SECRET.bit());
        boolean told = isTold(verdict);
        return few && !told && !handled ? NEVER : Weights.digits(verdict.candidate(), told);
    }

    // A mixture may be a flight, a car or a voucher: it needs its name beside it.
    private double mixed(Verdict verdict) {
        boolean clear = verdict.naming().cue() == Cue.ONE_TIME_CODE;
        if ((isPromo() && !clear) || isBooking()) {
            return NEVER;
        }
        boolean capital = isCapital(verdict.candidate());
        if (verdict.naming().isDirect()) {
            return capital ? -0.05 : -0.15;
        }
        int reach = clear || isAsked(verdict) ? FAR : NEAR;
        boolean near = verdict.naming().letters() <= reach || isTold(verdict);
        return capital && near ? -0.15 : NEVER;
    }

    // "Use the following code to verify it 4Y2QKF": at the end of the sentence that asks for it.
    private boolean isAsked(Verdict verdict) {
        Verdict.Naming naming = verdict.naming();
        Candidate candidate = verdict.candidate();
        return naming.reason() == Reason.NAMED_BEFORE
                && naming.sentences() == 0
                && hits.has(Cue.USE)
                && candidate.length() >= SCRAMBLED
                && text.isSilent(candidate.to(), text.length(), OPENING);
    }

    // Right beside its name, or after a colon: "the code in three digits: 741".
    private boolean isTold(Verdict verdict) {
        Verdict.Naming naming = verdict.naming();
        int from = verdict.candidate().from();
        boolean pointed = isSetOff(verdict.candidate()) || hits.ends(from - 1, Cue.LINK);
        return naming.isDirect()
                || (pointed
                        && naming.letters() <= FAR
                        && naming.sentences() == 0
                        && naming.reason() == Reason.NAMED_BEFORE);
    }

    /** Whether the message speaks of discounts and prizes. */
    boolean isPromo() {
        return percents || hits.has(Cue.PROMO);
    }

    /** What speaks against "code" alone being a one-time code, in the rest of the message. */
    double doubt() {
        if (hits.hasAny(HANDLED)) {
            return 0;
        }
        double notice = hits.has(Cue.NOTICE) || hits.has(Cue.PAYMENT) ? 0.2 : 0;
        return notice + (text.length() > SHORT ? 0.2 : 0);
    }

    /** Whether the message names days, and nothing that a person does with a code for minutes. */
    boolean isForDays() {
        return hits.has(Cue.DAY)
                && !hits.has(Cue.SECRET)
                && !hits.has(Cue.LOGIN)
                && !hits.has(Cue.MINUTE);
    }

    // "Booking confirmed. Your confirmation code is QX7T9L."
    private boolean isBooking() {
        return hits.has(Cue.NOTICE)
                && !hits.has(Cue.VALID)
                && !hits.has(Cue.SECRET)
                && !hits.has(Cue.USE);
    }

    // "Code: QWERTY", and no word that means something.
    private boolean isNoWord(Verdict verdict) {
        Candidate candidate = verdict.candidate();
        Verdict.Naming naming = verdict.naming();
        int from = candidate.from();
        boolean beside =
                naming.letters() == 0
                        && naming.cue() == Cue.ONE_TIME_CODE
                        && naming.reason() == Reason.NAMED_BEFORE;
        boolean pointed =
                beside
                        || isAskedBeside(verdict)
                        || isSetOff(candidate)
                        || hits.ends(from - 1, Cue.LINK)
                        || hits.ends(from, Cue.LINK);
        boolean dashed = text.at(from - 2) == '-' || text.at(from - 1) == '-';
        return pointed
                && !dashed
                && hits.startsAt(from) == 0
                && hits.endsAt(candidate.to()) == 0
                && !isShouted(candidate);
    }

    // "Use the following code HXDGAK": no word has so few vowels.
    private boolean isAskedBeside(Verdict verdict) {
        return verdict.naming().letters() == 0
                && isAsked(verdict)
                && isUnspoken(verdict.candidate());
    }

    private boolean isUnspoken(Candidate candidate) {
        int vowels = 0;
        for (int i = candidate.from(); i < candidate.to(); i++) {
            vowels += "aeiouy".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return vowels * 4 <= candidate.length();
    }

    // In a text all in capitals a word of capitals says nothing.
    private boolean isShouted(Candidate candidate) {
        int capitals = 0;
        int small = 0;
        for (int i = Math.max(0, candidate.from() - NEAR); i < candidate.from(); i++) {
            boolean letter = CharForms.isWordChar(text.charAt(i));
            capitals += letter && text.isUpper(i) ? 1 : 0;
            small += letter && !text.isUpper(i) ? 1 : 0;
        }
        return capitals > small + FEW;
    }

    private boolean isCapital(Candidate candidate) {
        for (int i = candidate.from(); i < candidate.to(); i++) {
            if (CharForms.isLatin(text.charAt(i)) && !text.isUpper(i)) {
                return false;
            }
        }
        return true;
    }

    double place(Candidate candidate) {
        boolean opens = text.isSilent(0, candidate.from(), OPENING);
        boolean closes = text.isSilent(candidate.to(), text.length(), OPENING);
        boolean starts = opens || text.at(candidate.from() - 1) == '\n';
        boolean ends = closes || text.at(candidate.to()) == '\n';
        double place = starts && ends ? 0.08 : opens || closes ? 0.04 : 0;
        return isPointedAt(candidate) ? place + 0.03 : place;
    }

    boolean isAlone(Candidate candidate) {
        boolean starts =
                text.isSilent(0, candidate.from(), OPENING)
                        || text.at(candidate.from() - 1) == '\n';
        boolean ends =
                text.isSilent(candidate.to(), text.length(), OPENING)
                        || text.at(candidate.to()) == '\n';
        return starts || ends;
    }

    /** Whether a colon or a new line leads to it. */
    boolean isSetOff(Candidate candidate) {
        return isPointedAt(candidate) || text.at(candidate.from() - 1) == '\n';
    }

    /** Where a code was sent to: "sent to 9876543210". */
    boolean isTarget(Candidate candidate) {
        int before = candidate.from() - 1;
        boolean led =
                text.at(before) == ' '
                        && hits.ends(before, Cue.BRAND_AFTER)
                        && !hits.ends(before, Cue.LINK);
        boolean plain = candidate.to() - candidate.from() == candidate.length();
        return led && plain && candidate.length() >= LONG;
    }

    boolean isPointedAt(Candidate candidate) {
        int at = candidate.from() - 1;
        while (candidate.from() - at <= GAP && CharForms.isSpace(text.at(at))) {
            at--;
        }
        return text.at(at) == ':';
    }
}
