package io.inlet.benchmarks;

/**
 * Who plays on a stage.
 *
 * @param gateways gateways that share the database, from 1
 * @param bindsEach binds of each of them, from 1
 * @param window deliver_sm without an answer on one session
 */
record Cast(int gateways, int bindsEach, int window) {
    /** One gateway with four binds. */
    static Cast single(int window) {
        return new Cast(1, 4, window);
    }

    int binds() {
        return gateways * bindsEach;
    }
}
