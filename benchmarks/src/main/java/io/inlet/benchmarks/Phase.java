package io.inlet.benchmarks;

/** A part of the benchmark that can be run by itself. */
interface Phase {
    /**
     * Runs to its end on the calling thread, and ends what it has started.
     *
     * @throws Exception if it could not run; what it measured is worth nothing then
     */
    PhaseResult run(Setting setting) throws Exception;
}
