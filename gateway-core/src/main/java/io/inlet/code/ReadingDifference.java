package io.inlet.code;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** In what two readings of one message differ for whoever acts on them. */
public enum ReadingDifference {
    /** There is a code where there was none. */
    CODE_FOUND,
    /** There is no code where there was one. */
    CODE_GONE,
    /** There is another code. */
    OTHER_CODE,
    /** The code is taken from other characters of the text. */
    DISPLAY,
    KIND,
    BRAND,
    /** How long or until when the code is good. */
    VALIDITY,
    PURPOSE;

    /**
     * All differences. What only says how sure a reading is, or how it came about (confidence,
     * rule, rule version, candidates), is none: nobody acts on it, and the version of the rule set
     * sets all readings by another apart.
     */
    public static Set<ReadingDifference> between(CodeReading before, CodeReading after) {
        Set<ReadingDifference> found = EnumSet.noneOf(ReadingDifference.class);
        if (!Objects.equals(before.code(), after.code())) {
            found.add(
                    before.code() == null
                            ? CODE_FOUND
                            : after.code() == null ? CODE_GONE : OTHER_CODE);
        }
        add(found, DISPLAY, Objects.equals(before.display(), after.display()));
        add(found, KIND, before.kind() == after.kind());
        add(found, BRAND, Objects.equals(before.brand(), after.brand()));
        add(found, VALIDITY, isSameValidity(before, after));
        add(found, PURPOSE, before.purpose() == after.purpose());
        return Collections.unmodifiableSet(found);
    }

    private static boolean isSameValidity(CodeReading before, CodeReading after) {
        return Objects.equals(before.validFor(), after.validFor())
                && Objects.equals(before.validUntil(), after.validUntil());
    }

    private static void add(
            Set<ReadingDifference> found, ReadingDifference difference, boolean same) {
        if (!same) {
            found.add(difference);
        }
    }
}
