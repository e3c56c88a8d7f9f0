package io.inlet.code;

/**
 * What is noted of one text while it is read: numbers only, none of its content. Used again for the
 * next text: 5.5 KB of new arrays for each would push the lexicon out of the processor's cache. For
 * one thread.
 */
final class Notebook {
    /**
     * Characters; what is noted of a longer text is not kept. The worst text of so many leaves 1.5
     * MB; to make them anew for each such text takes a seventh of its time.
     */
    static final int LONGEST = 10_000;

    private final Occurrences found;
    private final Hits hits = new Hits();
    private final Terrain terrain = new Terrain();

    Notebook(Senses senses, int languages) {
        this.found = new Occurrences(senses, languages);
    }

    Occurrences found() {
        return found;
    }

    Hits hits() {
        return hits;
    }

    Terrain terrain() {
        return terrain;
    }
}
