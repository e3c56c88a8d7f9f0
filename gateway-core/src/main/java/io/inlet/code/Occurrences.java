package io.inlet.code;

import java.util.Arrays;

/**
 * Where phrases stand in one text, by their ends, the longer of two with the same end first, and
 * which languages they show. Filled anew for each text. For one thread.
 */
final class Occurrences implements PhraseTrie.Finder {
    private static final int FEW = 32;

    private final Senses senses;
    private final HeardLanguages heard;
    private int[] froms = new int[FEW];
    private int[] tos = new int[FEW];
    private int[] meanings = new int[FEW];

    /** What a sense of each must be: open where a word goes on. */
    private int[] needs = new int[FEW];

    private int count;
    private int needsStart;

    Occurrences(Senses senses, int languages) {
        this.senses = senses;
        this.heard = new HeardLanguages(languages);
    }

    void clear() {
        count = 0;
        heard.clear();
    }

    /** What is found next begins amid a word, or not. */
    void begins(boolean amidWord) {
        needsStart = amidWord ? Senses.OPEN_START : 0;
    }

    // Starts come from left to right, so the ends nearly do: few are moved, none far.
    @Override
    public void found(int from, int to, int meaning, boolean amidWord) {
        int need = needsStart | (amidWord ? Senses.OPEN_END : 0);
        if (count == froms.length) {
            grow();
        }
        int at = count++;
        while (at > 0 && tos[at - 1] > to) {
            move(at - 1, at);
            at--;
        }
        froms[at] = from;
        tos[at] = to;
        meanings[at] = meaning;
        needs[at] = need;
        hear(to - from, meaning, need);
    }

    private void move(int from, int to) {
        froms[to] = froms[from];
        tos[to] = tos[from];
        meanings[to] = meanings[from];
        needs[to] = needs[from];
    }

    private void grow() {
        froms = Arrays.copyOf(froms, count * 2);
        tos = Arrays.copyOf(tos, count * 2);
        meanings = Arrays.copyOf(meanings, count * 2);
        needs = Arrays.copyOf(needs, count * 2);
    }

    private void hear(int length, int meaning, int need) {
        if (need == 0) {
            int shown = senses.shown(meaning);
            for (int i = 0; i < shown; i++) {
                heard.hear(length, senses.shown(meaning, i));
            }
            return;
        }
        int end = senses.end(meaning);
        for (int s = senses.first(meaning); s < end; s = senses.next(s)) {
            if (senses.is(s, need)) {
                heard.hear(length, senses.cue(s), senses.languages(s));
            }
        }
    }

    HeardLanguages heard() {
        return heard;
    }

    /** Adds what is said in some of the languages given. */
    void addTo(Hits hits, LanguageSet languages) {
        for (int i = 0; i < count; i++) {
            long bits = 0;
            int end = senses.end(meanings[i]);
            for (int s = senses.first(meanings[i]); s < end; s = senses.next(s)) {
                if (senses.languages(s).meets(languages) && senses.is(s, needs[i])) {
                    bits |= senses.bit(s);
                    hits.add(froms[i], tos[i], senses.cue(s), senses.value(s));
                }
            }
            if (bits != 0) {
                hits.mark(froms[i], tos[i], bits);
            }
        }
    }
}
