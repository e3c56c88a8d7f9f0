package io.inlet.http;

import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeasePolicy;
import io.inlet.lease.LeaseRequest;
import io.inlet.lease.Leases;
import io.inlet.lease.Purpose;
import io.inlet.number.LineType;
import io.inlet.number.NumberTraits;
import io.inlet.number.PoolNumber;
import io.inlet.number.SourceType;
import io.inlet.sandbox.Sandbox;
import io.inlet.sandbox.SandboxSettings;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.LegalEntity;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A consumers' listener over stores in memory, with a pool of sandbox and live numbers. */
final class RunningInlet implements AutoCloseable {
    /** A sandbox number of a country, with its clock; the others are of none. */
    static final String IN_BERLIN = "493023125001";

    final SteppingClock clock = new SteppingClock();
    final InMemoryInlet stores = new InMemoryInlet(clock);
    final List<Readiness.Check> checks = new CopyOnWriteArrayList<>();
    final InMemorySandbox box = new InMemorySandbox(stores, clock);
    private final Sandbox sandbox =
            new Sandbox(box, box, new SandboxSettings(true, InMemorySandbox.PER_MINUTE), clock);
    final ConsumerServer server;
    private final List<ContractClient> clients = new ArrayList<>();

    RunningInlet() {
        this(HttpSettings.DEFAULT);
    }

    RunningInlet(HttpSettings settings) {
        checks.add(new Readiness.Check("database", null));
        List<PoolNumber> numbers = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            numbers.add(number("9995550" + (10_000 + i), Environment.SANDBOX));
        }
        numbers.add(number(IN_BERLIN, Environment.SANDBOX));
        numbers.add(number("491600000001", Environment.LIVE));
        stores.fill(numbers);
        server = server(settings.withPort(0));
        server.start();
    }

    /** One more listener over the same stores, not started. */
    ConsumerServer another(int port) {
        return server(HttpSettings.DEFAULT.withPort(port));
    }

    private ConsumerServer server(HttpSettings settings) {
        return new ConsumerServer(
                settings,
                new ConsumerServer.Parts(
                        stores,
                        new Leases(stores, LeasePolicy.DEFAULT, clock),
                        stores,
                        new InMemorySubAccounts(stores),
                        stores.ports(),
                        sandbox,
                        () -> checks,
                        "0.0.1-test",
                        clock));
    }

    Tenant tenant(Environment environment) {
        Tenant tenant = stores.createTenant(new LegalEntity("Tenant", "GB"), environment);
        stores.order(tenant.id(), new TenantOrder.Verify(true), "tests");
        return tenant;
    }

    ApiKey key(Tenant tenant) {
        return stores.createPrincipal(tenant.id(), "tests");
    }

    /** A client of a new sandbox tenant. */
    ContractClient client() {
        return client(key(tenant(Environment.SANDBOX)).reveal());
    }

    ContractClient client(String key) {
        ContractClient client = ContractClient.consumer(server.port(), key);
        clients.add(client);
        return client;
    }

    ContractClient anonymous() {
        ContractClient client = ContractClient.consumer(server.port(), null);
        clients.add(client);
        return client;
    }

    /** Takes a lease past HTTP, for tests that need many. */
    LeaseId lease(String key) {
        Caller caller = Objects.requireNonNull(stores.authenticate(parsed(key)));
        LeaseRequest request =
                new LeaseRequest(
                        LeaseRequest.Wanted.ANY,
                        Duration.ofMinutes(30),
                        Purpose.QA_TESTING,
                        "",
                        null,
                        null,
                        null);
        LeaseOutcome outcome =
                new Leases(stores, LeasePolicy.DEFAULT, clock).create(caller, request);
        return ((LeaseOutcome.Granted) outcome).lease().id();
    }

    private static ApiKey parsed(String key) {
        return Objects.requireNonNull(ApiKey.parse(key));
    }

    static Answer lease(ContractClient client) {
        return client.post("/v1/leases", "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\"}");
    }

    @Override
    public void close() {
        server.close();
        clients.forEach(ContractClient::close);
    }

    private static PoolNumber number(String digits, Environment environment) {
        return new PoolNumber(
                new Msisdn(digits),
                "DE",
                LineType.MOBILE,
                environment,
                NumberTraits.NONE,
                new PoolNumber.Provenance(
                        "acme",
                        SourceType.CARRIER,
                        "c-1",
                        "l-1",
                        LocalDate.of(2026, 1, 1),
                        "verification"),
                PoolNumber.Service.IN_SERVICE);
    }
}
