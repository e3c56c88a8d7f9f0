package io.inlet.http;

import io.inlet.code.CodeRuleStore;
import io.inlet.code.CueExtractor;
import io.inlet.consent.ConsentStore;
import io.inlet.feed.GatewayEvents;
import io.inlet.intake.FailureStore;
import io.inlet.intake.Redecoding;
import io.inlet.intake.Rereading;
import io.inlet.number.NumberStore;
import io.inlet.tenant.TenantOrders;
import io.inlet.tenant.TenantStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * The operators' listener: metrics, health, and everything under {@code /ops/v1}. One owner starts
 * and closes it.
 */
public final class OpsServer implements AutoCloseable {
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(2);

    private final OpsKey key;
    private final Listener listener;

    /**
     * What it stands on.
     *
     * @param stores where customers, numbers and messages are kept
     * @param subjects names people who consented
     * @param metrics gives all metrics in the Prometheus text format
     * @param readiness whether the gateway can do its work
     * @param running the gateway itself
     * @param logLevels changes how much is logged
     * @param codes tenants' rules for codes
     * @param clock the time
     */
    public record Parts(
            Stores stores,
            SubjectHash subjects,
            Supplier<String> metrics,
            Readiness readiness,
            Running running,
            LogLevels logLevels,
            Codes codes,
            InstantSource clock) {}

    /**
     * Tenants' rules for codes.
     *
     * @param rules where they are kept
     * @param reader shows what one reads before it is kept
     */
    public record Codes(CodeRuleStore rules, CueExtractor reader) {}

    /**
     * The gateway as it runs.
     *
     * @param binds its binds
     * @param events what it tells of itself
     * @param configuration its files
     */
    public record Running(Binds binds, GatewayEvents events, Configuration configuration) {}

    /**
     * Where customers, numbers and messages are kept.
     *
     * @param failures what was kept raw
     * @param redecoding decodes messages again
     * @param rereading reads their codes again
     */
    public record Stores(
            TenantStore tenants,
            TenantOrders tenantOrders,
            ConsentStore consents,
            NumberStore numbers,
            FailureStore failures,
            Redecoding redecoding,
            Rereading rereading) {}

    /**
     * Makes the key file at the first start.
     *
     * @throws OpsKeyRefusedException if that cannot be done
     */
    public OpsServer(OpsSettings settings, Parts parts) {
        this.key = OpsKey.readOrCreate(settings.keyFile());
        this.listener =
                new Listener(
                        new Listener.Plan(
                                "ops",
                                settings.address(),
                                settings.port(),
                                settings.maxBodyOctets(),
                                settings.maxConnections(),
                                settings.requestTimeout(),
                                SHUTDOWN_TIMEOUT,
                                endpoints(parts)),
                        Listener.threads("ops"),
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

    /** Waits a moment for requests under way, and ends. */
    @Override
    public void close() {
        listener.close();
    }

    List<Endpoint> endpoints() {
        return listener.endpoints();
    }

    private List<Endpoint> endpoints(Parts parts) {
        GatewayOperations gateway = new GatewayOperations(parts.readiness());
        GatewayControl control = new GatewayControl(parts.metrics(), parts.logLevels());
        BindOperations binds = new BindOperations(parts.running().binds());
        EventOperations events = new EventOperations(parts.running().events());
        ReloadOperations reload = new ReloadOperations(parts.running().configuration());
        NumberOperations numbers = new NumberOperations(parts.stores().numbers(), parts.clock());
        TenantOperations tenants =
                new TenantOperations(
                        parts.stores().tenants(), parts.stores().consents(), parts.subjects());
        TenantOrderOperations orders = new TenantOrderOperations(parts.stores().tenantOrders());
        RepairOperations repairs = new RepairOperations(parts.stores().failures());
        RevisionOperations revisions =
                new RevisionOperations(parts.stores().redecoding(), parts.stores().rereading());
        CodeRuleOperations codeRules = new CodeRuleOperations(parts.codes());
        return List.of(
                Endpoint.get("/metrics", control::scrape),
                Endpoint.get("/health/live", gateway::live),
                Endpoint.get("/health/ready", gateway::readyWithReasons),
                Endpoint.get(
                        "/ops/v1/openapi.yaml",
                        keyed(GatewayOperations.contract("/ops-openapi.yaml"))),
                Endpoint.post("/ops/v1/tenants", keyed(tenants::createTenant)),
                Endpoint.get("/ops/v1/tenants", keyed(tenants::listTenants)),
                Endpoint.post("/ops/v1/tenants/{id}/state", keyed(orders::become)),
                Endpoint.post("/ops/v1/tenants/{id}/verification", keyed(orders::verify)),
                Endpoint.post("/ops/v1/tenants/{id}/purposes", keyed(orders::allow)),
                Endpoint.post("/ops/v1/tenants/{id}/principals", keyed(tenants::createPrincipal)),
                Endpoint.post("/ops/v1/tenants/{id}/profiles", keyed(tenants::createProfile)),
                Endpoint.post("/ops/v1/tenants/{id}/consents", keyed(tenants::recordConsent)),
                Endpoint.post("/ops/v1/tenants/{id}/code-rules", keyed(codeRules::add)),
                Endpoint.get("/ops/v1/tenants/{id}/code-rules", keyed(codeRules::list)),
                Endpoint.delete("/ops/v1/code-rules/{id}", keyed(codeRules::remove)),
                Endpoint.post("/ops/v1/code-rules/try", keyed(codeRules::tryOne)),
                Endpoint.streamed("/ops/v1/numbers", keyed(numbers::importNumbers)),
                Endpoint.get("/ops/v1/numbers", keyed(numbers::export)),
                Endpoint.get("/ops/v1/numbers/{id}", keyed(numbers::read)),
                Endpoint.get(
                        "/ops/v1/numbers/{id}/history", keyed(numbers::history), "after", "limit"),
                Endpoint.post("/ops/v1/numbers/{id}/standing", keyed(numbers::stand)),
                Endpoint.get("/ops/v1/pool/coverage", keyed(numbers::coverage)),
                Endpoint.get("/ops/v1/binds", keyed(binds::list)),
                Endpoint.get("/ops/v1/binds/{id}/pdus", keyed(binds::trace)),
                Endpoint.get("/ops/v1/binds/{id}/capture", keyed(binds::capture)),
                Endpoint.get("/ops/v1/binds/{id}/alphabets", keyed(binds::alphabets)),
                Endpoint.post("/ops/v1/binds/{id}/enable", keyed(binds.order(BindOrder.ENABLE))),
                Endpoint.post("/ops/v1/binds/{id}/disable", keyed(binds.order(BindOrder.DISABLE))),
                Endpoint.post("/ops/v1/binds/{id}/drain", keyed(binds.order(BindOrder.DRAIN))),
                Endpoint.post(
                        "/ops/v1/binds/{id}/reconnect", keyed(binds.order(BindOrder.RECONNECT))),
                Endpoint.get(
                        "/ops/v1/events",
                        keyed(events::list),
                        EventOperations.AFTER,
                        EventOperations.LIMIT),
                Endpoint.get("/ops/v1/configuration/plan", keyed(reload::plan)),
                Endpoint.post("/ops/v1/configuration/reload", keyed(reload::reload)),
                Endpoint.get(
                        "/ops/v1/failures",
                        keyed(repairs::listFailures),
                        "carrier",
                        "bind",
                        "reason",
                        "from",
                        "to",
                        "after",
                        "limit"),
                Endpoint.post("/ops/v1/failures/reprocess", keyed(repairs::reprocess)),
                Endpoint.post("/ops/v1/messages/redecode", keyed(revisions::redecode)),
                Endpoint.post("/ops/v1/messages/reread", keyed(revisions::reread)),
                Endpoint.put("/ops/v1/log-level", keyed(control::setLogLevel)));
    }

    private Endpoint.Operation keyed(Endpoint.Operation operation) {
        return exchange -> {
            key.check(exchange);
            return operation.serve(exchange);
        };
    }
}
