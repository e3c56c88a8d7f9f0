package io.inlet.app;

import io.inlet.http.ConsumerServer;
import io.inlet.http.OpsServer;

/**
 * Both listeners; the operators' closes last, so that they can watch the consumers' requests end.
 */
record Listeners(ConsumerServer http, OpsServer ops) implements AutoCloseable {
    /**
     * Begins to listen on both.
     *
     * @throws io.inlet.http.PortUnavailableException if one port cannot be had
     */
    void start() {
        http.start();
        ops.start();
    }

    @Override
    public void close() {
        try (ops) {
            http.close();
        }
    }
}
