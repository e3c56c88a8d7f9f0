package io.inlet.http;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * An HTTP server with our bounds and our errors, and the virtual threads that serve it. One owner
 * starts and closes it.
 */
final class Listener implements AutoCloseable {
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(75);
    private static final int MOST_STREAMS_PER_CONNECTION = 1_000;

    /** A client may take back all it has under way, and all of that once more: no flood yet. */
    private static final int MOST_RESETS_PER_MINUTE = 2 * MOST_STREAMS_PER_CONNECTION;

    private static final int MOST_HEADER_OCTETS = 16_384;
    private static final int MOST_FIRST_LINE_OCTETS = 8_192;

    /** Requests under way are waited for only if there is such a period. */
    private static final Duration QUIET_PERIOD = Duration.ofMillis(50);

    private final Plan plan;
    private final ExecutorService threads;
    private final Server server;

    /**
     * How a listener is to be.
     *
     * @param setting its section of the configuration, for messages
     * @param address where it listens
     * @param port on which port, or 0
     * @param maxBodyOctets longest body
     * @param maxConnections connections at once
     * @param requestTimeout how long a request may take
     * @param shutdownTimeout how long it waits for requests under way when it closes
     * @param endpoints what it serves
     */
    record Plan(
            String setting,
            String address,
            int port,
            int maxBodyOctets,
            int maxConnections,
            Duration requestTimeout,
            Duration shutdownTimeout,
            List<Endpoint> endpoints) {}

    /**
     * @param threads serve the requests; ended with the listener
     */
    Listener(Plan plan, ExecutorService threads, InstantSource clock) {
        this.plan = plan;
        this.threads = threads;
        ServerBuilder builder = bounded(plan, clock);
        Map<String, Set<HttpMethod>> methods = new TreeMap<>();
        for (Endpoint endpoint : plan.endpoints()) {
            methods.computeIfAbsent(endpoint.path(), path -> EnumSet.noneOf(HttpMethod.class))
                    .add(endpoint.method());
            builder.route()
                    .path(endpoint.path())
                    .methods(endpoint.method())
                    .maxRequestLength(endpoint.longestBody(plan.maxBodyOctets()))
                    .build(new EndpointService(endpoint, threads, clock));
        }
        methods.forEach((path, allowed) -> refuseOthers(builder, path, allowed));
        this.server = builder.build();
    }

    /** Virtual threads for requests, named after their listener. */
    static ExecutorService threads(String name) {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /**
     * Begins to listen.
     *
     * @throws PortUnavailableException if it cannot
     */
    void start() {
        try {
            server.start().join();
        } catch (CompletionException e) {
            throw new PortUnavailableException(whyNot(Exceptions.peel(e)), e);
        }
    }

    int port() {
        return server.activeLocalPort();
    }

    /** Takes no more requests, waits for those under way as long as planned, and ends. */
    @Override
    public void close() {
        server.stop().join();
        threads.shutdown();
    }

    List<Endpoint> endpoints() {
        return plan.endpoints();
    }

    private static ServerBuilder bounded(Plan plan, InstantSource clock) {
        return Server.builder()
                .http(address(plan))
                .maxRequestLength(plan.maxBodyOctets())
                .maxNumConnections(plan.maxConnections())
                .requestTimeout(plan.requestTimeout())
                .idleTimeout(IDLE_TIMEOUT)
                .http1MaxInitialLineLength(MOST_FIRST_LINE_OCTETS)
                .http1MaxHeaderSize(MOST_HEADER_OCTETS)
                .http2MaxHeaderListSize(MOST_HEADER_OCTETS)
                .http2MaxStreamsPerConnection(MOST_STREAMS_PER_CONNECTION)
                .http2MaxResetFramesPerWindow(MOST_RESETS_PER_MINUTE, 60)
                .gracefulShutdownTimeout(
                        QUIET_PERIOD,
                        plan.shutdownTimeout().compareTo(QUIET_PERIOD) < 0
                                ? QUIET_PERIOD
                                : plan.shutdownTimeout())
                .bossGroupFactory(Acceptor::named)
                .unloggedExceptionsReportIntervalMillis(0)
                // A registry without a back end: the gateway has its own metrics.
                .meterRegistry(new CompositeMeterRegistry())
                .disableServerHeader()
                .errorHandler(new Failures(clock));
    }

    private static InetSocketAddress address(Plan plan) {
        try {
            return new InetSocketAddress(InetAddress.getByName(plan.address()), plan.port());
        } catch (UnknownHostException e) {
            throw new PortUnavailableException(
                    plan.setting()
                            + ".address: this machine does not know '"
                            + plan.address()
                            + "'",
                    e);
        }
    }

    private static void refuseOthers(ServerBuilder builder, String path, Set<HttpMethod> allowed) {
        Set<HttpMethod> others = EnumSet.complementOf(EnumSet.copyOf(allowed));
        others.remove(HttpMethod.UNKNOWN);
        String allow = allowed.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
        HttpService refusal =
                (ctx, request) ->
                        Answers.problem(
                                        Problem.of(ProblemType.METHOD_NOT_ALLOWED, "use " + allow),
                                        ctx.id().text())
                                .toHttpResponse()
                                .mapHeaders(headers ->
                                        headers.withMutations(
                                                h -> h.add(HttpHeaderNames.ALLOW, allow)));
        builder.route().path(path).methods(others).build(refusal);
    }

    private String whyNot(Throwable cause) {
        String place = plan.address() + " port " + plan.port();
        String settings = plan.setting() + ".address and " + plan.setting() + ".port";
        if (cause instanceof BindException || String.valueOf(cause.getMessage()).contains("bind")) {
            return place
                    + " cannot be listened on: another program has it, or the address is not this"
                    + " machine's; see the settings "
                    + settings;
        }
        return place + " cannot be listened on, see the settings " + settings + ": " + cause;
    }
}
