package io.inlet.code;

import java.util.Arrays;
import java.util.List;

/** All that a phrase says, in whatever languages have it. Filled by the reader of files. */
final class Phrase {
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

    List<Sense> senses() {
        return List.of(senses);
    }

    /** Whether a word may begin before it, in some sense. */
    boolean opensStart() {
        boolean opens = false;
        for (Sense sense : senses) {
            opens |= sense.openStart;
        }
        return opens;
    }

    /** Whether a word may go on after it, in some sense. */
    boolean opensEnd() {
        boolean opens = false;
        for (Sense sense : senses) {
            opens |= sense.openEnd;
        }
        return opens;
    }
}
