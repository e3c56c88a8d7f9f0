package io.inlet.code;

import java.util.ArrayList;
import java.util.List;

/** A phrase and all that it says, in whatever languages have it. */
final class Phrase {
    private final int length;
    private final List<Sense> senses = new ArrayList<>(1);

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

    Phrase(int length) {
        this.length = length;
    }

    void add(Sense sense) {
        for (int i = 0; i < senses.size(); i++) {
            if (senses.get(i).isLike(sense)) {
                senses.set(i, senses.get(i).in(sense.languages()));
                return;
            }
        }
        senses.add(sense);
    }

    /** Characters, in plain form. */
    int length() {
        return length;
    }

    List<Sense> senses() {
        return senses;
    }
}
