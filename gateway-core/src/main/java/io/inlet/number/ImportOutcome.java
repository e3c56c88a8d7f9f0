package io.inlet.number;

/** What became of a file of numbers. */
public sealed interface ImportOutcome {
    /**
     * All its numbers are in the pool.
     *
     * @param added how many are new
     * @param present how many were there already; they are left as they are
     */
    record Imported(int added, int present) implements ImportOutcome {}

    /** Nothing of it was imported. */
    record Refused(BadLines why) implements ImportOutcome {}
}
