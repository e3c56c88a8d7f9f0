package io.inlet.app;

import io.inlet.http.ConsumerServer;
import io.inlet.http.OpsServer;

/** Both listeners. */
record Listeners(ConsumerServer http, OpsServer ops) {
    /**
     * Begins to listen on both.
     *
     * @throws io.inlet.http.PortUnavailableException if one port cannot be had
     */
    void start() {
        http.start();
        ops.start();
    }
}
