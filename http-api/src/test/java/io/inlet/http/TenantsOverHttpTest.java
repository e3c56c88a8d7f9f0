package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.CueExtractor;
import io.inlet.sms.Octets;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Environment;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders about tenants on the operators' listener, and what they do on the consumers'. */
class TenantsOverHttpTest {
    private static final String LEASE = "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\"}";

    @TempDir Path folder;

    private final RunningInlet inlet = new RunningInlet(HttpSettings.DEFAULT);
    private final Tenant tenant = inlet.tenant(Environment.SANDBOX);
    private final ApiKey key = inlet.key(tenant);
    private final String path = "/ops/v1/tenants/" + tenant.id();
    private OpsServer server;
    private ContractClient ops;

    @BeforeEach
    void start() {
        var failures = new ScriptedFailures();
        var stores = inlet.stores;
        server =
                new OpsServer(
                        new OpsSettings(
                                "127.0.0.1",
                                0,
                                folder.resolve("ops.key"),
                                1 << 20,
                                100,
                                Duration.ofSeconds(10)),
                        new OpsServer.Parts(
                                new OpsServer.Stores(
                                        stores, stores, stores, stores, failures, failures,
                                        failures),
                                _ -> Octets.EMPTY,
                                () -> "",
                                List::of,
                                new OperatedGateway().running(),
                                (_, _) -> {},
                                new OpsServer.Codes(
                                        new InMemoryCodeRules(stores), new CueExtractor()),
                                inlet.clock));
        server.start();
        String opsKey = OpsKey.read(folder.resolve("ops.key")).reveal();
        ops = ContractClient.operator(server.port(), opsKey);
    }

    @AfterEach
    void stop() {
        ops.close();
        server.close();
        inlet.close();
    }

    @Test
    void restricted_tenant_reads_and_gets_no_new_lease() {
        ContractClient client = inlet.client(key.reveal());
        String lease = RunningInlet.lease(client).text("/lease/id");
        Answer done = become("restricted", "nonpayment");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text("/state")).isEqualTo("restricted");
        assertThat(done.text("/reason")).isEqualTo("nonpayment");

        inlet.clock.advance(Duration.ofSeconds(2)); // past what is remembered of the key
        assertThat(client.get("/v1/leases/" + lease + "/messages").status()).isEqualTo(200);
        Answer refused = client.post("/v1/leases", LEASE);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/type")).isEqualTo("/problems/tenant-held");
    }

    @Test
    void suspended_tenant_is_refused_with_the_reason_until_it_is_active_again() {
        ContractClient client = inlet.client(key.reveal());
        become("suspended", "suspected_abuse");
        Answer refused = client.get("/v1/leases");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/detail")).contains("suspended", "suspected_abuse");
        assertThat(ops.post(path + "/state", "{\"state\":\"active\",\"by\":\"ada\"}").status())
                .isEqualTo(200);
        assertThat(client.get("/v1/leases").status()).isEqualTo(200);
    }

    @Test
    void purposes_of_a_tenant_are_all_that_it_may_lease_for() {
        ContractClient client = inlet.client(key.reveal());
        Answer done = put("{\"purposes\":[\"account_recovery\"],\"by\":\"ada\"}");
        assertThat(done.text("/purposes/0")).isEqualTo("account_recovery");
        assertThat(client.post("/v1/leases", LEASE).text("/type"))
                .isEqualTo("/problems/purpose-not-allowed");
        put("{\"purposes\":null,\"by\":\"ada\"}");
        assertThat(client.post("/v1/leases", LEASE).status()).isEqualTo(201);
    }

    @Test
    void live_tenant_leases_once_it_is_verified() {
        Answer made =
                ops.post(
                        "/ops/v1/tenants",
                        "{\"name\":\"Acme\",\"environment\":\"live\",\"country\":\"FR\"}");
        assertThat(made.text("/country")).isEqualTo("FR");
        String live = "/ops/v1/tenants/" + made.text("/id");
        String secret = ops.post(live + "/principals", "{\"name\":\"ci\"}").text("/key");
        String wish =
                """
                {"ttl":"30m","purpose":"qa_testing","justification":"checks",
                "profileId":"prf_01jc0000000000000000000000",
                "consentId":"con_01jc0000000000000000000000"}\
                """;
        ContractClient client = inlet.client(secret);
        assertThat(client.post("/v1/leases", wish).text("/type"))
                .isEqualTo("/problems/tenant-not-verified");
        Answer verified = ops.post(live + "/verification", "{\"verified\":true,\"by\":\"ada\"}");
        assertThat(verified.json().at("/verified").booleanValue()).isTrue();
        assertThat(client.post("/v1/leases", wish).text("/type"))
                .isEqualTo("/problems/profile-not-verified");
    }

    @Test
    void orders_that_cannot_be_are_refused() {
        String nobody = "/ops/v1/tenants/" + new TenantId(new UUID(1, 1));
        String active = "{\"state\":\"active\",\"by\":\"ada\"}";
        assertThat(ops.post(nobody + "/state", active).status()).isEqualTo(404);
        assertThat(ops.post(path + "/state", active).text("/type"))
                .isEqualTo("/problems/tenant-state");
        become("terminated", "requested");
        assertThat(ops.post(path + "/state", active).text("/detail")).contains("for good");
        for (String body :
                List.of(
                        "{\"state\":\"suspended\",\"by\":\"ada\"}",
                        "{\"state\":\"suspended\",\"reason\":\"bored\",\"by\":\"ada\"}",
                        "{\"state\":\"active\",\"reason\":\"requested\",\"by\":\"ada\"}",
                        "{\"state\":\"suspended\",\"reason\":\"requested\"}")) {
            assertThat(ops.post(path + "/state", body).status()).isEqualTo(400);
        }
        assertThat(ops.post(path + "/verification", "{\"by\":\"ada\"}").status()).isEqualTo(400);
        assertThat(put("{\"purposes\":[\"fun\"],\"by\":\"ada\"}").status()).isEqualTo(400);
        assertThat(
                        ops.post("/ops/v1/tenants", "{\"name\":\"Acme\",\"environment\":\"live\"}")
                                .status())
                .isEqualTo(400);
    }

    private Answer put(String body) {
        return ops.post(path + "/purposes", body);
    }

    private Answer become(String state, String reason) {
        return ops.post(
                path + "/state",
                "{\"state\":\"%s\",\"reason\":\"%s\",\"by\":\"ada\"}".formatted(state, reason));
    }
}
