package io.inlet.code;

import java.util.EnumSet;
import java.util.Set;

/** What could be the name of a brand, and what is true of it. For one thread. */
final class BrandName {
    private final int from;
    private final int to;
    private final EnumSet<BrandTrait> traits = EnumSet.noneOf(BrandTrait.class);

    BrandName(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** Its first character. */
    int from() {
        return from;
    }

    /** After its last. */
    int to() {
        return to;
    }

    boolean has(BrandTrait trait) {
        return traits.contains(trait);
    }

    void add(BrandTrait trait, boolean holds) {
        if (holds) {
            traits.add(trait);
        }
    }

    /** How likely it is the issuer's, as the logarithm of odds. */
    double odds() {
        return odds(traits);
    }

    static double odds(Set<BrandTrait> traits) {
        double odds = 0;
        for (BrandTrait trait : traits) {
            odds += trait.weight();
        }
        return odds;
    }
}
