package io.inlet.http;

import io.inlet.settings.Default;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The operators' listener.
 *
 * @param address address or host name to listen on; keep it on loopback
 * @param port TCP port, 0 to 65535; 0 takes any that is free
 * @param keyFile where the operators' key is; made at first start, readable by its owner alone
 * @param maxBodyOctets longest request body, 1,024 to 268,435,456; an import of numbers is not
 *     bound by it
 * @param maxConnections connections at once, 1 to 10,000; one more is closed
 * @param requestTimeout how long a request may take, 1 s to 1 h
 */
public record OpsSettings(
        @Default("127.0.0.1") String address,
        @Default("8081") int port,
        Path keyFile,
        @Default("16777216") int maxBodyOctets,
        @Default("100") int maxConnections,
        @Default("5m") Duration requestTimeout) {

    public OpsSettings {
        Bounds.text("address", address);
        Bounds.range("port", port, 0, 65_535);
        Bounds.range("maxBodyOctets", maxBodyOctets, 1_024, 268_435_456);
        Bounds.range("maxConnections", maxConnections, 1, 10_000);
        Bounds.range("requestTimeout", requestTimeout, Duration.ofSeconds(1), Duration.ofHours(1));
    }
}
