package io.inlet.code;

/** What could be the name of a brand, and what is true of it. For one thread. */
final class BrandName {
    private final int from;
    private final int to;
    private long traits;

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
        return (traits & trait.bit()) != 0;
    }

    void add(BrandTrait trait, boolean holds) {
        traits |= holds ? trait.bit() : 0;
    }

    /** How likely it is the issuer's, as the logarithm of odds. */
    double odds() {
        return BrandTrait.weight(traits);
    }
}
