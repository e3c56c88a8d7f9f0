package io.inlet.http;

import io.inlet.settings.Default;
import io.inlet.settings.Defaults;
import java.time.Duration;

/**
 * The consumers' listener.
 *
 * @param address address or host name to listen on
 * @param port TCP port, 0 to 65535; 0 takes any that is free
 * @param maxBodyOctets longest request body, 1,024 to 16,777,216
 * @param maxConnections connections at once, 1 to 1,000,000; one more is closed
 * @param maxWaits waits for a code at once, 1 to 1,000,000; one more is answered with 429
 * @param keyRate requests a second under one key, 1 to 100,000; five times as many at once after a
 *     rest
 * @param tenantRate requests a second of one tenant, 1 to 100,000, likewise
 * @param leaseRate requests a second for one lease, 1 to 100,000, likewise
 * @param maxConcurrent requests under way at once, waits not counted, 2 to 10,000; a tenant has at
 *     most as many as are free
 * @param requestTimeout how long a request may take, a wait's own time not counted; 1 s to 5 min
 * @param keyCache how long a key that was found valid is not looked up again, 0 s to 1 min; a
 *     revoked key is accepted for at most so long
 * @param shutdownTimeout how long requests under way may take when the gateway stops, 0 s to 5 min
 */
public record HttpSettings(
        @Default("127.0.0.1") String address,
        @Default("8080") int port,
        @Default("65536") int maxBodyOctets,
        @Default("10000") int maxConnections,
        @Default("10000") int maxWaits,
        @Default("300") int keyRate,
        @Default("600") int tenantRate,
        @Default("100") int leaseRate,
        @Default("256") int maxConcurrent,
        @Default("30s") Duration requestTimeout,
        @Default("1s") Duration keyCache,
        @Default("5s") Duration shutdownTimeout) {
    /** As it is without any configuration. */
    public static final HttpSettings DEFAULT = Defaults.of(HttpSettings.class);

    public HttpSettings {
        Bounds.text("address", address);
        Bounds.range("port", port, 0, 65_535);
        Bounds.range("maxBodyOctets", maxBodyOctets, 1_024, 16_777_216);
        Bounds.range("maxConnections", maxConnections, 1, 1_000_000);
        Bounds.range("maxWaits", maxWaits, 1, 1_000_000);
        Bounds.range("keyRate", keyRate, 1, 100_000);
        Bounds.range("tenantRate", tenantRate, 1, 100_000);
        Bounds.range("leaseRate", leaseRate, 1, 100_000);
        Bounds.range("maxConcurrent", maxConcurrent, 2, 10_000);
        Bounds.range(
                "requestTimeout", requestTimeout, Duration.ofSeconds(1), Duration.ofMinutes(5));
        Bounds.range("keyCache", keyCache, Duration.ZERO, Duration.ofMinutes(1));
        Bounds.range("shutdownTimeout", shutdownTimeout, Duration.ZERO, Duration.ofMinutes(5));
    }

    /** The same on another port. */
    public HttpSettings withPort(int other) {
        return new HttpSettings(
                address,
                other,
                maxBodyOctets,
                maxConnections,
                maxWaits,
                keyRate,
                tenantRate,
                leaseRate,
                maxConcurrent,
                requestTimeout,
                keyCache,
                shutdownTimeout);
    }
}
