package io.inlet.code;

/**
 * Which names stand in advice such as "never share your code", and so prove nothing. For one text
 * and thread.
 */
final class Advice {
    /** Letters, doubled, between a warning and the name that it warns of, at most. */
    private static final int REACH = 60;

    private final boolean[] covered;

    Advice(Hits hits, Terrain terrain) {
        covered = new boolean[hits.count()];
        int name = 0;
        for (int hit = 0; hit < hits.count(); hit++) {
            if (hits.cue(hit) != Cue.SECRET) {
                continue;
            }
            while (name < hits.names() && hits.from(hits.nameAt(name)) < hits.from(hit)) {
                name++;
            }
            if (!isWithinName(hits, hit, name)) {
                mark(hits, terrain, hit, name);
            }
        }
    }

    // The name before a warning in its clause ("your OTP must not be shared"), and those after it.
    private void mark(Hits hits, Terrain terrain, int warning, int name) {
        int from = hits.from(warning);
        int to = hits.to(warning);
        if (name > 0) {
            int last = hits.nameAt(name - 1);
            int end = Math.min(hits.to(last), from);
            boolean near =
                    terrain.letters(end, from) <= REACH
                            && terrain.sentences(end, from) == 0
                            && terrain.clauses(end, from) == 0;
            covered[last] |= near;
        }
        for (int i = name; i < Math.min(hits.names(), name + 2); i++) {
            int hit = hits.nameAt(i);
            int start = Math.max(to, hits.from(hit));
            if (terrain.letters(to, start) > REACH || terrain.sentences(to, start) > 0) {
                return;
            }
            covered[hit] = true;
        }
    }

    // "Confidential code" warns of nothing.
    private static boolean isWithinName(Hits hits, int warning, int name) {
        for (int i = Math.max(0, name - 1); i < Math.min(hits.names(), name + 1); i++) {
            int hit = hits.nameAt(i);
            if (hits.from(hit) <= hits.from(warning) && hits.to(hit) >= hits.to(warning)) {
                return true;
            }
        }
        return false;
    }

    boolean covers(int hit) {
        return covered[hit];
    }
}
