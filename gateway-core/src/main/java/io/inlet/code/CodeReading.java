package io.inlet.code;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, as far as codes go. Its text form leaves code and candidates out.
 *
 * @param code the code without separators, or null if the message has none
 * @param display the code as it stands in the text, or null
 * @param kind what the message is
 * @param brand who issued the code, or null if none is named
 * @param validFor how long it is good from its arrival, or null if that is not said
 * @param validUntil the moment up to which it is good, as the text names it, or null; never beside
 *     a span
 * @param purpose what the code is for
 * @param confidence 0 to 1
 * @param rule the rule that decided, for people who ask why
 * @param ruleVersion the version of the rule set
 * @param candidates what else could have been the code, best first
 */
public record CodeReading(
        @Nullable String code,
        @Nullable String display,
        Kind kind,
        @Nullable String brand,
        @Nullable Duration validFor,
        @Nullable LocalMoment validUntil,
        Purpose purpose,
        double confidence,
        String rule,
        int ruleVersion,
        List<String> candidates) {

    /** What a message is. */
    public enum Kind {
        ONE_TIME_CODE,
        /** A number that opens a door or meets a driver, good for longer than one use. */
        PIN,
        PROMO,
        SECURITY_ALERT,
        NOTIFICATION,
        OTHER
    }

    /** What a code is for. */
    public enum Purpose {
        LOGIN,
        REGISTRATION,
        PAYMENT,
        RESET,
        TRANSFER,
        UNKNOWN
    }

    public CodeReading {
        candidates = List.copyOf(candidates);
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence is 0 to 1, not " + confidence);
        }
        if (validFor != null && validUntil != null) {
            throw new IllegalArgumentException("a code is good for a span or until a moment");
        }
    }

    /** Whether whoever acts on the readings would do the same by both. */
    public boolean saysTheSameAs(CodeReading other) {
        return ReadingDifference.between(other, this).isEmpty();
    }

    @Override
    public String toString() {
        return "reading " + kind + " by " + rule;
    }
}
