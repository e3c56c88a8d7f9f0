package io.inlet.app;

import io.inlet.http.ConsumerServer;
import io.inlet.http.OpsServer;
import java.util.concurrent.CompletableFuture;

/** Both listeners, closed side by side: each waits two quiet seconds of its network library. */
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
        CompletableFuture<Void> operators = CompletableFuture.runAsync(ops::close);
        http.close();
        operators.join();
    }
}
