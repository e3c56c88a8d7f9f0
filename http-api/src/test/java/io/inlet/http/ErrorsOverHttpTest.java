package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Environment;
import io.inlet.tenant.Tenant;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorsOverHttpTest {
    private final RunningInlet inlet = new RunningInlet();
    private final ContractClient client = inlet.client();

    @AfterAll
    void end() {
        inlet.close();
    }

    @Test
    void call_without_a_valid_key_is_unauthorized() {
        Tenant tenant = inlet.tenant(Environment.SANDBOX);
        ApiKey key = inlet.key(tenant);
        List<String> wrong =
                List.of(
                        ApiKey.mint(UUID.randomUUID()).reveal(),
                        new ApiKey(key.id(), "guess").reveal(),
                        key.id().toString(),
                        "x",
                        "");
        for (String token : wrong) {
            Answer answer = inlet.client(token).get("/v1/leases");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        }
        assertThat(inlet.anonymous().get("/v1/leases").problem()).isEqualTo("unauthorized");
        Answer basic =
                inlet.anonymous()
                        .send(
                                client.request(
                                                "GET",
                                                "/v1/leases",
                                                HttpRequest.BodyPublishers.noBody())
                                        .setHeader("Authorization", "Basic eDp5"));
        assertThat(basic.status()).isEqualTo(401);
    }

    @Test
    void two_authorization_headers_are_refused_even_if_both_are_right() {
        String key = inlet.key(inlet.tenant(Environment.SANDBOX)).reveal();
        ContractClient holder = inlet.client(key);
        for (String second : List.of("Bearer " + key, "Basic eDp5", "")) {
            HttpRequest.Builder request =
                    holder.request("GET", "/v1/leases", HttpRequest.BodyPublishers.noBody());
            Answer answer = holder.send(request.header("Authorization", second));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("/detail")).startsWith("Authorization: expected it once");
        }
    }

    @Test
    void revoked_key_is_refused_after_a_moment() {
        ApiKey key = inlet.key(inlet.tenant(Environment.SANDBOX));
        ContractClient holder = inlet.client(key.reveal());
        assertThat(holder.get("/v1/leases").status()).isEqualTo(200);
        inlet.stores.revoke(key.id());
        inlet.clock.advance(HttpSettings.DEFAULT.keyCache());
        assertThat(holder.get("/v1/leases").status()).isEqualTo(401);
    }

    @Test
    void remembered_key_does_not_let_a_wrong_secret_in() {
        ApiKey key = inlet.key(inlet.tenant(Environment.SANDBOX));
        assertThat(inlet.client(key.reveal()).get("/v1/leases").status()).isEqualTo(200);
        String wrong = new ApiKey(key.id(), "guess").reveal();
        assertThat(inlet.client(wrong).get("/v1/leases").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"x\"",
                "{} {}",
                "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\",\"extra\":1}",
                "{\"ttl\":30,\"purpose\":\"qa_testing\"}",
                "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\",\"routingTag\":true}",
                "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\",\"routingTag\":{\"a\":1}}",
                "{\"ttl\":\"30m\",\"ttl\":\"40m\",\"purpose\":\"qa_testing\"}",
                "{\"ttl\":\"30m\",\"purpose\":\"QA_TESTING\"}",
                "{\"ttl\":\"half an hour\",\"purpose\":\"qa_testing\"}",
                "{\"ttl\":\"9999999999d\",\"purpose\":\"qa_testing\"}",
                "{\"purpose\":\"qa_testing\"}",
                "{\"ttl\":\"30m\"}",
                "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\",\"country\":\"de\"}",
                "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\",\"number\":\"+49 1555\"}",
                "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\",\"lineType\":\"pigeon\"}",
                "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\",\"profileId\":\"lea_x\"}",
                "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\",\"routingTag\":\"a\\u0000b\"}",
                "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\",\"routingTag\":\"\\ud83d\"}",
            })
    void malformed_lease_request_is_refused(String body) {
        Answer answer = client.post("/v1/leases", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("bad-request");
    }

    @Test
    void deeply_nested_json_is_refused() {
        Answer answer = client.post("/v1/leases", "{\"ttl\":" + "[".repeat(20_000));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void json_beyond_the_bounds_of_the_parser_is_refused() {
        String endless = "{\"ttl\":1%s,\"purpose\":\"qa_testing\"}".formatted("0".repeat(50_000));
        assertThat(client.post("/v1/leases", endless).status()).isEqualTo(400);
        assertThat(client.post("/v1/leases", "{\"a\":".repeat(10_000)).status()).isEqualTo(400);
    }

    @Test
    void refusal_names_the_field_and_does_not_repeat_its_value() {
        Answer answer =
                client.post("/v1/leases", "{\"ttl\":\"secretvalue\",\"purpose\":\"qa_testing\"}");
        assertThat(answer.text("/detail")).contains("ttl").doesNotContain("secretvalue");
        assertThat(answer.text("/traceId")).hasSizeGreaterThan(8);
    }

    @Test
    void too_long_text_is_refused() {
        String tag = "x".repeat(101);
        assertThat(
                        client.post(
                                        "/v1/leases",
                                        "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\",\"routingTag\":\""
                                                + tag
                                                + "\"}")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void huge_body_is_refused() {
        Answer answer = client.post("/v1/leases", "x".repeat(65_537));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("body-too-large");
    }

    @Test
    void wrong_media_type_is_refused() {
        Answer answer = client.send("POST", "/v1/leases", "text/plain", "{}");
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported-media-type");
        assertThat(client.post("/v1/leases").status()).isEqualTo(415);
    }

    @Test
    void body_where_none_belongs_is_refused() {
        String path = "/v1/leases/" + RunningInlet.lease(client).text("/lease/id") + "/release";
        assertThat(client.post(path, "{}").status()).isEqualTo(400);
    }

    @Test
    void unknown_path_is_not_found() {
        for (String path : List.of("/", "/v1", "/v2/leases", "/v1/leases/x/y", "/v1/version/")) {
            Answer answer = client.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("not-found");
        }
        assertThat(client.get("/v1/leases/nonsense").status()).isEqualTo(404);
    }

    @Test
    void wrong_method_is_told_which_are_right() {
        Answer answer = client.send("DELETE", "/v1/leases", "text/plain", "");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.problem()).isEqualTo("method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("GET, POST");
    }

    @Test
    void misspelt_or_repeated_parameter_is_refused() {
        assertThat(client.get("/v1/leases?limt=5").text("/detail")).contains("limt");
        assertThat(client.get("/v1/leases?limit=5&limit=6").status()).isEqualTo(400);
        assertThat(client.get("/v1/leases?after=lea_x").status()).isEqualTo(400);
    }

    @Test
    void parameter_where_there_are_none_is_refused_in_words() {
        Answer answer = client.get("/v1/openapi.yaml?x=1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/detail"))
                .isEqualTo("x: this operation takes no query parameters, leave it out");
    }

    @Test
    void store_that_is_away_is_unavailable_for_a_while() {
        inlet.clock.advance(Duration.ofSeconds(2));
        inlet.stores.setAway(true);
        try {
            Answer answer = client.get("/v1/leases");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("store-unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            inlet.stores.setAway(false);
        }
    }

    @Test
    void more_waits_than_allowed_are_turned_away() {
        HttpSettings d = HttpSettings.DEFAULT;
        HttpSettings one =
                new HttpSettings(
                        d.address(),
                        0,
                        d.maxBodyOctets(),
                        d.maxConnections(),
                        1,
                        d.keyRate(),
                        d.tenantRate(),
                        d.leaseRate(),
                        d.maxConcurrent(),
                        d.requestTimeout(),
                        d.keyCache(),
                        d.shutdownTimeout());
        try (RunningInlet small = new RunningInlet(one)) {
            ContractClient waiter = small.client();
            String path = "/v1/leases/" + RunningInlet.lease(waiter).text("/lease/id") + "/code";
            var first = waiter.getLater(path + "?timeout=60s");
            await().atMost(Duration.ofSeconds(60)).until(() -> small.server.openWaits() == 1);
            assertThat(waiter.get(path + "?timeout=60s").problem()).isEqualTo("too-many-waits");
            assertThat(first).isNotDone();
        }
    }

    @Test
    void what_needs_no_key_is_open() {
        ContractClient anyone = inlet.anonymous();
        assertThat(anyone.get("/v1/version").text("/version")).isEqualTo("0.0.1-test");
        assertThat(anyone.get("/health/live").status()).isEqualTo(200);
        assertThat(anyone.get("/v1/openapi.yaml").body()).startsWith("openapi: 3.1.0");
        assertThat(anyone.get("/health/ready").status()).isEqualTo(200);
        inlet.checks.add(new Readiness.Check("carriers", "no bind is up"));
        Answer notReady = anyone.get("/health/ready");
        inlet.checks.removeLast();
        assertThat(notReady.status()).isEqualTo(503);
        assertThat(notReady.body()).doesNotContain("bind");
    }

    @Test
    void contract_has_the_operations_that_are_served_and_no_other() {
        assertThat(
                        inlet.server.endpoints().stream()
                                .map(e -> e.method() + " " + e.path())
                                .collect(Collectors.toSet()))
                .isEqualTo(Contract.consumers().operations());
    }

    @Test
    void answers_are_not_to_be_cached() {
        assertThat(client.get("/v1/leases").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }
}
