package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import io.inlet.consent.ConsentStore;
import io.inlet.feed.CodeWaits;
import io.inlet.lease.Leases;
import io.inlet.sandbox.Sandbox;
import io.inlet.tenant.AccessStore;
import io.inlet.tenant.Caller;
import io.inlet.tenant.SubAccounts;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The consumers' listener: everything under {@code /v1}. One owner starts and closes it. */
public final class ConsumerServer implements AutoCloseable {
    private final ExecutorService threads = Listener.threads("http");
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().name("wait-timer").daemon().factory());
    private final CodeWaits waits;
    private final Access access;
    private final Limits limits;
    private final Listener listener;

    /**
     * What it stands on.
     *
     * @param access who may call
     * @param leases the rules of leasing
     * @param consents where people's consent is recorded
     * @param accounts sub-accounts
     * @param ports what is read: feed, messages, leases and their wake-ups
     * @param sandbox the sandbox, or null if this gateway keeps none
     * @param readiness whether requests can be served
     * @param version the gateway's version
     * @param clock the time
     */
    public record Parts(
            AccessStore access,
            Leases leases,
            ConsentStore consents,
            SubAccounts accounts,
            CodeWaits.Ports ports,
            @Nullable Sandbox sandbox,
            Readiness readiness,
            String version,
            InstantSource clock) {}

    public ConsumerServer(HttpSettings settings, Parts parts) {
        timer.setRemoveOnCancelPolicy(true);
        this.waits = new CodeWaits(parts.ports(), threads, timer, parts.clock());
        this.limits = new Limits(settings, System::nanoTime);
        this.access = new Access(parts.access(), settings.keyCache(), parts.clock(), limits);
        this.listener =
                new Listener(
                        new Listener.Plan(
                                "http",
                                settings.address(),
                                settings.port(),
                                settings.maxBodyOctets(),
                                settings.maxConnections(),
                                settings.requestTimeout(),
                                settings.shutdownTimeout(),
                                endpoints(settings, parts)),
                        threads,
                        parts.clock());
    }

    /**
     * Begins to listen; requests come in when this returns.
     *
     * @throws PortUnavailableException if the port cannot be had
     */
    public void start() {
        listener.start();
    }

    /** The port it listens on; the one that was free if the settings say 0. */
    public int port() {
        return listener.port();
    }

    /** How many wait for a code now. */
    public int openWaits() {
        return waits.open();
    }

    /**
     * Ends every wait with {@code timed_out}, then waits for the requests under way, as long as the
     * settings allow.
     */
    @Override
    public void close() {
        waits.stop();
        listener.close();
        timer.shutdownNow();
    }

    List<Endpoint> endpoints() {
        return listener.endpoints();
    }

    private List<Endpoint> endpoints(HttpSettings settings, Parts parts) {
        LeaseOperations leases =
                new LeaseOperations(
                        parts.leases(),
                        parts.ports().leases(),
                        parts.ports().feed(),
                        parts.clock());
        MessageOperations messages =
                new MessageOperations(parts.ports(), waits, settings.maxWaits(), parts.clock());
        ConsentOperations consents = new ConsentOperations(parts.consents(), parts.clock());
        SubAccountOperations accounts = new SubAccountOperations(parts.accounts());
        SandboxOperations sandbox = new SandboxOperations(parts);
        GatewayOperations gateway = new GatewayOperations(parts.readiness());
        return List.of(
                Endpoint.post("/v1/leases", known(leases::create)),
                Endpoint.get("/v1/leases", known(leases::list), "limit", "after"),
                Endpoint.get("/v1/leases/{id}", known(leases::read)),
                Endpoint.post("/v1/leases/{id}/extend", known(leases::extend)),
                Endpoint.post("/v1/leases/{id}/release", known(leases::release)),
                Endpoint.get(
                        "/v1/pool/availability",
                        known(leases::availability),
                        WantedBody.PARAMETERS.toArray(String[]::new)),
                Endpoint.get("/v1/leases/{id}/messages", known(messages::list), "after", "limit"),
                Endpoint.get(
                        "/v1/leases/{id}/code", known(messages::waitForCode), "after", "timeout"),
                Endpoint.get("/v1/consents/{id}", known(consents::read)),
                Endpoint.post("/v1/consents/{id}/withdraw", known(consents::withdraw)),
                Endpoint.post("/v1/sub-accounts", known(accounts::create)),
                Endpoint.get("/v1/sub-accounts", known(accounts::list)),
                Endpoint.post("/v1/sandbox/messages", known(sandbox::send)),
                Endpoint.post("/v1/sandbox/leases/{id}/advance", known(sandbox::advance)),
                Endpoint.get("/v1/version", GatewayOperations.version(parts.version())),
                Endpoint.get("/v1/openapi.yaml", GatewayOperations.contract("/openapi.yaml")),
                Endpoint.get("/health/live", gateway::live),
                Endpoint.get("/health/ready", gateway::ready));
    }

    private Endpoint.Operation known(BiFunction<Exchange, Caller, HttpResponse> operation) {
        return exchange -> {
            Caller caller = access.caller(exchange);
            return limits.within(exchange, caller, () -> operation.apply(exchange, caller));
        };
    }
}
