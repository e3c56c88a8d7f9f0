package io.inlet.code;

import io.inlet.code.Phrase.Sense;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Which languages the phrases of a text belong to. For one thread. */
final class HeardLanguages {
    /** Little words of a language that show that a text is in it. */
    private static final int ENOUGH_COMMON = 2;

    /** What more languages say does not tell which one a text is in. */
    private static final int FEW_LANGUAGES = 24;

    /** Per cent of the likeliest language's weight that make a language likely too. */
    private static final long NEARLY = 55;

    // A word of what is shown: the weight, the little words, the language.
    private static final int LANGUAGE = (1 << Byte.SIZE) - 1;
    private static final int WEIGHT = Integer.SIZE + Byte.SIZE;
    private static final long COMMON = (1L << WEIGHT) - 1 - LANGUAGE;

    /** For each language the weight of what was heard of it, and how many little words. */
    private final long[] heard;

    HeardLanguages(int languages) {
        this.heard = new long[languages];
    }

    void clear() {
        Arrays.fill(heard, 0);
    }

    /** What senses show: for each language its number, little words, and weight by length. */
    static long[] shown(List<Sense> senses) {
        HeardLanguages all = new HeardLanguages(LanguageSet.MOST);
        senses.forEach(s -> all.hear(1, s.cue(), s.languages()));
        return IntStream.range(0, LanguageSet.MOST)
                .filter(i -> all.heard[i] != 0)
                .mapToLong(i -> (all.heard[i] << Byte.SIZE) | i)
                .toArray();
    }

    // A long phrase shows a language more than a short one, a little word more than a name.
    private static int weight(Cue cue, LanguageSet languages) {
        boolean tells = languages.size() <= FEW_LANGUAGES;
        return !tells ? 0 : cue == Cue.COMMON ? 2 : 1;
    }

    /** Hears a phrase of some characters that shows so much of a language. */
    void hear(int length, long shown) {
        long weight = (shown >>> WEIGHT) * length;
        long common = (shown & COMMON) >>> Byte.SIZE;
        heard[(int) shown & LANGUAGE] += (weight << Integer.SIZE) | common;
    }

    /** Hears one sense of a phrase. */
    void hear(int length, Cue cue, LanguageSet languages) {
        long weight = (long) weight(cue, languages) * length;
        languages.count(heard, (weight << Integer.SIZE) | (cue == Cue.COMMON ? 1 : 0));
    }

    /** The languages that the text is likely in; none if it has no phrase of any. */
    LanguageSet likeliest() {
        long most = 0;
        for (long words : heard) {
            most = Math.max(most, words >>> Integer.SIZE);
        }
        if (most == 0) {
            return LanguageSet.NONE;
        }
        long enough = ((most * NEARLY + 99) / 100) << Integer.SIZE;
        return new LanguageSet(from(0, enough), from(Long.SIZE, enough));
    }

    // Those of 64 languages whose weight, with the little words below it, is enough.
    private long from(int first, long enough) {
        long languages = 0;
        int end = Math.min(heard.length, first + Long.SIZE);
        for (int i = first; i < end; i++) {
            languages |= heard[i] >= enough ? 1L << i : 0;
        }
        return languages;
    }

    /** Whether little words show that the text is in a language that is known. */
    boolean isKnown() {
        for (long words : heard) {
            if ((int) words >= ENOUGH_COMMON) {
                return true;
            }
        }
        return false;
    }
}
