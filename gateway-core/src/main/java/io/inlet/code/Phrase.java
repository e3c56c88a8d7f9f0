package io.inlet.code;

import java.util.Arrays;

/** A phrase and all that it says, in whatever languages have it. */
final class Phrase {
    private static final int FEW_LANGUAGES = 24;

    private final int length;
    private Sense[] senses = {};

    /**
     * One thing that a phrase says.
     *
     * @param languages where it says so
     * @param value seconds or a number, where the cue has one, else 0
     * @param openStart whether a word may begin before it
     * @param openEnd whether a word may go on after it
     */
    record Sense(Cue cue, LanguageSet languages, int value, boolean openStart, boolean openEnd) {

        /** Whether so few languages have it that it tells which one a text is in. */
        boolean isTelling() {
            return languages.size() <= FEW_LANGUAGES;
        }

        boolean isLike(Sense other) {
            return cue == other.cue
                    && value == other.value
                    && openStart == other.openStart
                    && openEnd == other.openEnd;
        }

        Sense in(LanguageSet more) {
            return new Sense(cue, languages.with(more), value, openStart, openEnd);
        }
    }

    Phrase(int length) {
        this.length = length;
    }

    void add(Sense sense) {
        for (int i = 0; i < senses.length; i++) {
            if (senses[i].isLike(sense)) {
                senses[i] = senses[i].in(sense.languages());
                return;
            }
        }
        senses = Arrays.copyOf(senses, senses.length + 1);
        senses[senses.length - 1] = sense;
    }

    /** Characters, in plain form. */
    int length() {
        return length;
    }

    int senses() {
        return senses.length;
    }

    Sense sense(int index) {
        return senses[index];
    }

    /** Whether a word may begin before it, in some sense. */
    boolean opensStart() {
        return Arrays.stream(senses).anyMatch(Sense::openStart);
    }

    /** Whether a word may go on after it, in some sense. */
    boolean opensEnd() {
        return Arrays.stream(senses).anyMatch(Sense::openEnd);
    }
}
