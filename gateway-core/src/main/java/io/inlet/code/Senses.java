package io.inlet.code;

import io.inlet.code.Phrase.Sense;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What phrases say, side by side in one array: of 200,000 phrases 15 say the same, and a text has a
 * dozen of them, each of which is read with one or two looks at memory. Filled once, then only
 * read, by any thread.
 *
 * <p>What a phrase says is its <em>meaning</em>, the place where it begins: how many languages it
 * shows and how many senses it has; a word for each of these languages; three for each sense.
 */
final class Senses {
    private static final Cue[] CUES = Cue.values();
    private static final int SENSE = 3;
    static final int OPEN_START = 1 << 6;
    static final int OPEN_END = 1 << 7;
    private static final int CUE = OPEN_START - 1;

    private final Map<List<Sense>, Integer> known = new HashMap<>();
    private long[] words = new long[1024];
    private int count;

    /** Where it stands what a phrase with these senses says. */
    int meaning(List<Sense> senses) {
        return known.computeIfAbsent(senses, this::add);
    }

    private int add(List<Sense> senses) {
        int meaning = count;
        long[] shown = HeardLanguages.shown(senses);
        append(((long) shown.length << Integer.SIZE) | senses.size());
        Arrays.stream(shown).forEach(this::append);
        for (Sense sense : senses) {
            int open = (sense.openStart() ? OPEN_START : 0) | (sense.openEnd() ? OPEN_END : 0);
            int cue = Long.numberOfTrailingZeros(sense.cue().bit());
            append(((long) sense.value() << Integer.SIZE) | open | cue);
            append(sense.languages().low());
            append(sense.languages().high());
        }
        return meaning;
    }

    private void append(long word) {
        words = count < words.length ? words : Arrays.copyOf(words, count * 2);
        words[count++] = word;
    }

    /** No more are to come. */
    void trim() {
        words = Arrays.copyOf(words, count);
        known.clear();
    }

    /** How many words of {@link #shown} follow it. */
    int shown(int meaning) {
        return (int) (words[meaning] >>> Integer.SIZE);
    }

    /** What it shows of a language; {@link HeardLanguages} made it. */
    long shown(int meaning, int index) {
        return words[meaning + 1 + index];
    }

    /** Its first sense. */
    int first(int meaning) {
        return meaning + 1 + shown(meaning);
    }

    /** After its last sense. */
    int end(int meaning) {
        return first(meaning) + SENSE * (int) words[meaning];
    }

    /** The sense after another. */
    int next(int sense) {
        return sense + SENSE;
    }

    Cue cue(int sense) {
        return CUES[(int) words[sense] & CUE];
    }

    /** The bit of its cue. */
    long bit(int sense) {
        return 1L << (words[sense] & CUE);
    }

    /** Seconds or a number, where the cue has one, else 0. */
    int value(int sense) {
        return (int) (words[sense] >>> Integer.SIZE);
    }

    /** Whether a sense has all of some marks: {@link #OPEN_START}, {@link #OPEN_END}. */
    boolean is(int sense, int marks) {
        return (words[sense] & marks) == marks;
    }

    /** The languages in which it says so. */
    LanguageSet languages(int sense) {
        return new LanguageSet(words[sense + 1], words[sense + 2]);
    }
}
