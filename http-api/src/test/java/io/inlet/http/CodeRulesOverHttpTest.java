package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.CodeRuleId;
import io.inlet.code.CueExtractor;
import io.inlet.sms.Octets;
import io.inlet.tenant.TenantId;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodeRulesOverHttpTest {
    private static final String RULE =
            """
            {"sender":"Linden*","signs":"digits","shortest":4,"longest":6,"position":"after",
            "beside":"word is","brand":"Linde","validFor":"10m"}\
            """;
    private static final String WRONG =
            """
            {"sender":"Lin*den","signs":"letters","shortest":1,"longest":60,"position":"after",
            "beside":"code 482913"}\
            """;

    private OpsServer server;
    private ContractClient client;
    private InMemoryCodeRules store;
    private String rules = "";

    @BeforeAll
    void begin(@TempDir Path folder) throws IOException {
        SteppingClock clock = new SteppingClock();
        InMemoryInlet stores = new InMemoryInlet(clock);
        store = new InMemoryCodeRules(stores);
        ScriptedFailures failures = new ScriptedFailures();
        server =
                new OpsServer(
                        new OpsSettings(
                                "127.0.0.1",
                                0,
                                folder.resolve("ops.key"),
                                65_536,
                                10,
                                Duration.ofSeconds(30)),
                        new OpsServer.Parts(
                                new OpsServer.Stores(
                                        stores, stores, stores, stores, failures, failures,
                                        failures),
                                _ -> Octets.EMPTY,
                                () -> "",
                                List::of,
                                new OperatedGateway().running(),
                                (_, _) -> {},
                                new OpsServer.Codes(store, new CueExtractor()),
                                clock));
        server.start();
        client =
                ContractClient.operator(
                        server.port(), OpsKey.read(folder.resolve("ops.key")).reveal());
    }

    @BeforeEach
    void newTenant() {
        Answer tenant =
                client.post(
                        "/ops/v1/tenants",
                        "{\"name\":\"Acme\",\"environment\":\"live\",\"country\":\"GB\"}");
        rules = "/ops/v1/tenants/" + tenant.text("/id") + "/code-rules";
    }

    @AfterAll
    void end() {
        server.close();
        client.close();
    }

    private Answer delete(String id) {
        return client.send(
                client.request(
                        "DELETE", "/ops/v1/code-rules/" + id, HttpRequest.BodyPublishers.noBody()));
    }

    private static String tried(String rule, String text) {
        return "{\"rule\":%s,\"text\":\"%s\"}".formatted(rule, text);
    }

    @Test
    void rule_is_added_listed_and_removed() {
        Answer added =
                client.post(
                        rules,
                        "{\"rule\":%s,\"example\":{\"text\":\"your word is 48 29 13\",\"code\":\"482913\"}}"
                                .formatted(RULE));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("/validFor")).isEqualTo("10m");
        assertThat(client.get(rules).json().at("/rules/0")).isEqualTo(added.json());

        String id = added.text("/id");
        assertThat(delete(id).json()).isEqualTo(added.json());
        assertThat(client.get(rules).json().at("/rules")).isEmpty();
        assertThat(delete(id).status()).isEqualTo(404);
    }

    @Test
    void rule_that_this_version_refuses_is_removed_by_its_id() {
        String id = InMemoryCodeRules.REFUSED.toString();
        assertThat(delete(id).body()).isEqualTo("{\"id\":\"" + id + "\"}");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_nothing_of_it_shown() {
        Answer refused = client.post(rules, "{\"rule\":" + WRONG + "}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("code-rule-refused");
        assertThat(refused.text("/detail")).isEqualTo("4 problems; nothing is kept");
        assertThat(refused.json().at("/problems")).hasSize(4);
        assertThat(refused.body()).doesNotContain("482913", "Lin*");
        assertThat(client.get(rules).json().at("/rules")).isEmpty();
    }

    @Test
    void example_that_is_read_otherwise_and_a_rule_that_is_there_are_refused() {
        assertThat(client.post(rules, "{\"rule\":" + RULE + "}").status()).isEqualTo(201);
        Answer refused =
                client.post(
                        rules,
                        "{\"rule\":%s,\"example\":{\"text\":\"word is 111111\",\"code\":\"482913\"}}"
                                .formatted(RULE));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/problems")).hasSize(3);
        assertThat(refused.body()).doesNotContain("482913", "111111");
    }

    @Test
    void rule_is_tried_before_it_is_kept() {
        String text = "Eiche: login code 482913, word is 4711";
        Answer fits = client.post("/ops/v1/code-rules/try", tried(RULE, text));
        assertThat(fits.json().at("/fits").booleanValue()).isTrue();
        assertThat(fits.text("/code")).isEqualTo("4711");
        assertThat(fits.text("/brand")).isEqualTo("Linde");
        assertThat(fits.text("/rule")).isEqualTo("tenant");

        String fromOther = tried(RULE, text).replace("{\"rule\"", "{\"sender\":\"Eiche\",\"rule\"");
        Answer other = client.post("/ops/v1/code-rules/try", fromOther);
        assertThat(other.json().at("/fits").booleanValue()).isFalse();
        assertThat(other.text("/code")).isEqualTo("482913");

        assertThat(client.post("/ops/v1/code-rules/try", tried(WRONG, text)).problem())
                .isEqualTo("code-rule-refused");
        assertThat(client.get(rules).json().at("/rules")).isEmpty();
    }

    @Test
    void what_is_not_there_is_not_found() {
        TenantId none = new TenantId(new UUID(1, 1));
        String nobody = "/ops/v1/tenants/" + none + "/code-rules";
        assertThat(client.get(nobody).text("/detail")).isEqualTo("there is no tenant " + none);
        assertThat(client.get("/ops/v1/tenants/ten_x/code-rules").text("/detail"))
                .isEqualTo("there is no such tenant");
        assertThat(client.get(nobody).status()).isEqualTo(404);
        assertThat(client.post(nobody, "{\"rule\":" + RULE + "}").status()).isEqualTo(404);
        assertThat(delete(new CodeRuleId(new UUID(1, 1)).toString()).status()).isEqualTo(404);
        assertThat(delete("rul_x").status()).isEqualTo(404);
    }

    @Test
    void bug_is_no_fault_of_who_asked() {
        store.broken = true;
        try {
            assertThat(client.get(rules).status()).isEqualTo(500);
            assertThat(client.post(rules, "{\"rule\":" + RULE + "}").status()).isEqualTo(500);
        } finally {
            store.broken = false;
        }
    }

    @Test
    void body_that_is_none_is_malformed() {
        for (String body :
                List.of(
                        "{}",
                        "{\"rule\":{\"shortest\":\"x\"}}",
                        "{\"rule\":{\"pattern\":\"x\"}}",
                        "{\"rule\":%s,\"example\":{\"text\":\"x\"}}".formatted(RULE))) {
            assertThat(client.post(rules, body).status()).isEqualTo(400);
        }
        Answer empty = client.post("/ops/v1/code-rules/try", tried(RULE, ""));
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.text("/detail")).isEqualTo("text: expected 1 to 10,000 characters");
        String longest = "x".repeat(10_001);
        assertThat(client.post("/ops/v1/code-rules/try", tried(RULE, longest)).status())
                .isEqualTo(400);
    }
}
