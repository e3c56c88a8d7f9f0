package io.inlet.number;

/** A line of a file of numbers. */
public sealed interface NumberLine {
    /** Its place in the file, from 1. */
    int line();

    /** It describes a number. */
    record Good(int line, PoolNumber number) implements NumberLine {}

    /**
     * Something is wrong with it; it may come more than once.
     *
     * @param problem what, beginning with the column if it is one field
     */
    record Bad(int line, String problem) implements NumberLine {}
}
