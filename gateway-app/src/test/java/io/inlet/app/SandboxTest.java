package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.inlet.app.sandbox.Scenario;
import io.inlet.app.sandbox.ScenarioRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sandbox tenant sends itself messages, and they go the whole way of real ones. */
@Timeout(300)
final class SandboxTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long FIRST_NUMBER = 999_000_000_700L;
    private static final String LONG =
            "This is a message of more than one part, as a carrier would cut it: so long that one SMS"
                    + " on the air cannot hold it, and its parts travel alone until they meet again at the"
                    + " gateway. Your Acme code is 604417.";

    @TempDir static Path directory;

    private static Gateway gateway;
    private static SandboxClient client;
    private static List<SandboxClient.Leased> leases;

    @BeforeAll
    static void start() throws Exception {
        new GatewayFiles(directory, 0, 0)
                .write(
                        """
                          []
                        sandbox:
                          enabled: true
                          messagesPerMinute: 1000
                        commit:
                          reassemblyTimeout: 1s
                        """);
        gateway = Gateway.start(Launches.of(directory), step -> {});
        client = new SandboxClient(http(), ops(), opsKey());
        leases = client.lease(FIRST_NUMBER, List.of("sandbox", "sandbox", "sandbox"));
    }

    @AfterAll
    static void stop() {
        client.close();
        gateway.close();
    }

    @Test
    void message_comes_over_the_simulated_bind_and_is_found_after_the_cursor() throws Exception {
        JsonNode sent = send("Your Acme code is 482913.", "{}");
        assertThat(sent.path("alphabet").asText()).isEqualTo("gsm7");

        JsonNode message = awaited(sent);

        assertThat(message.path("code").asText()).isEqualTo("482913");
        assertThat(message.path("simulated").asBoolean()).isTrue();
        assertThat(message.path("senderId").asText()).isEqualTo("Acme");
        assertThat(message.path("encoding").path("alphabet").asText()).isEqualTo("gsm7");
    }

    @Test
    void parts_out_of_order_are_one_message() throws Exception {
        JsonNode sent = send(LONG, "{\"outOfOrder\": true}");
        assertThat(sent.path("parts").asInt()).isEqualTo(2);
        assertThat(sent.path("order").toString()).isEqualTo("[2,1]");

        JsonNode message = awaited(sent);

        assertThat(message.path("content").asText()).isEqualTo(LONG);
        assertThat(message.path("segments").path("have").asInt()).isEqualTo(2);
    }

    @Test
    void message_sent_twice_is_one_that_was_delivered_twice() throws Exception {
        JsonNode sent = send("Your Acme code is 771204.", "{\"doubled\": true}");

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(listed(sent))
                                .singleElement()
                                .satisfies(message ->
                                        assertThat(message.path("deliveryCount").asInt())
                                                .isEqualTo(2)));
    }

    @Test
    void message_without_one_of_its_parts_comes_incomplete_in_the_end() throws Exception {
        JsonNode sent = send(LONG, "{\"missingPart\": 1}");

        await().atMost(SOON).until(() -> !listed(sent).isEmpty());
        assertThat(listed(sent).getFirst().path("segments").path("missing").toString())
                .isEqualTo("[1]");
    }

    @Test
    void broken_encoding_comes_as_a_message_whose_text_is_another() throws Exception {
        JsonNode sent = send("Grüße aus Zürich", "{\"brokenEncoding\": true}");
        assertThat(sent.path("alphabet").asText()).isEqualTo("utf8");

        await().atMost(SOON).until(() -> !listed(sent).isEmpty());
        assertThat(listed(sent).getFirst().path("encoding").path("dataCoding").asInt())
                .isEqualTo(8);
    }

    @Test
    void delayed_message_does_not_come_before_its_time() throws Exception {
        JsonNode sent = send("Your Acme code is 330917.", "{\"delay\": \"2s\"}");

        Instant due = Instant.parse(sent.path("sentAt").asText());
        assertThat(Instant.parse(awaited(sent).path("receivedAt").asText()))
                .isAfterOrEqualTo(due.minusMillis(5));
    }

    @Test
    void text_that_needs_it_is_written_in_ucs2() throws Exception {
        JsonNode sent = send("【云帆】您的验证码是604175，5分钟内有效。", "{}");

        assertThat(sent.path("alphabet").asText()).isEqualTo("ucs2");
        assertThat(awaited(sent).path("code").asText()).isEqualTo("604175");
    }

    @Test
    void lease_whose_time_was_let_pass_gets_nothing_more_and_its_number_is_free() throws Exception {
        SandboxClient.Leased lease = leases.get(1);
        JsonNode over =
                client.post("/v1/sandbox/leases/" + lease.id() + "/advance", "{\"by\":\"2h\"}");
        assertThat(over.path("lease").path("state").asText()).isEqualTo("grace");
        String cursor = over.path("cursor").asText();
        client.post(
                "/v1/sandbox/messages",
                "{\"leaseId\":\"" + lease.id() + "\",\"text\":\"Your code is 118822.\"}");
        JsonNode wait = client.get("/v1/leases/" + lease.id() + "/code?after=" + cursor);
        assertThat(wait.path("status").asText()).isEqualTo("ended");
        client.post("/v1/sandbox/leases/" + lease.id() + "/advance", "{\"by\":\"60d\"}");

        JsonNode anew =
                client.post(
                        "/v1/leases",
                        "{\"number\":\"+%d\",\"ttl\":\"30m\",\"purpose\":\"qa_testing\"}"
                                .formatted(FIRST_NUMBER + 1));

        assertThat(anew.path("lease").path("state").asText()).isEqualTo("active");
    }

    @Test
    void reload_keeps_the_simulated_bind() throws Exception {
        assertThat(gateway.configuration().reload().problems()).isEmpty();

        assertThat(awaited(send("Your Acme code is 905511.", "{}")).path("code").asText())
                .isEqualTo("905511");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"onboarding", "password-reset", "order-alert", "customer-support-routing"})
    void scenario_is_as_it_should_be(String name) throws Exception {
        var stage = new ScenarioRun.Stage(http(), ops(), opsKey(), SOON);
        try (ScenarioRun run = new ScenarioRun(stage, scenario(name))) {
            assertThat(run.play()).hasSizeGreaterThan(3).allMatch(row -> row.fault() == null);
        }
    }

    @Test
    void scenario_is_played_from_the_command_line_and_shown_as_a_table() throws Exception {
        String shown = inlet(0, "run", "order-alert", "--within", "30s", "--config", withPorts());

        assertThat(shown).startsWith("STEP").doesNotContain("it ");
        assertThat(shown.lines().skip(1)).hasSize(4).allMatch(line -> line.endsWith("  ok"));
        assertThat(inlet(1, "run", "order-alert", "--within", "1ms", "--config", withPorts()))
                .contains("it took too long");
        assertThat(inlet(1, "run", "tea-time", "--config", withPorts())).contains("onboarding");
        assertThat(inlet(0, "list")).contains("customer-support-routing");
    }

    @Test
    void live_tenant_finds_nothing_there() throws Exception {
        try (SandboxClient live = new SandboxClient(http(), ops(), opsKey())) {
            live.liveTenant();

            assertThatThrownBy(() -> live.post("/v1/sandbox/messages", "{}"))
                    .hasMessageContaining("404");
            assertThatThrownBy(() ->
                            live.post(
                                    "/v1/sandbox/leases/" + leases.getFirst().id() + "/advance",
                                    "{\"by\":\"1h\"}"))
                    .hasMessageContaining("404");
        }
    }

    private static String inlet(int status, String... arguments) {
        StringWriter shown = new StringWriter();
        List<String> all = new ArrayList<>(List.of("sandbox"));
        all.addAll(List.of(arguments));
        assertThat(
                        GatewayMain.commandLine()
                                .setOut(new PrintWriter(shown, true))
                                .setErr(new PrintWriter(shown, true))
                                .execute(all.toArray(String[]::new)))
                .as(shown.toString())
                .isEqualTo(status);
        return shown.toString();
    }

    /** The configuration as it would be if its ports were not any that are free. */
    private static String withPorts() throws IOException {
        String yaml =
                Files.readString(directory.resolve("inlet.yaml"))
                        .replaceFirst("port: 0", "port: " + gateway.httpPort())
                        .replaceFirst("port: 0", "port: " + gateway.opsPort());
        return Files.writeString(directory.resolve("with-ports.yaml"), yaml).toString();
    }

    @Test
    void scenario_that_takes_too_long_is_told() throws Exception {
        var stage = new ScenarioRun.Stage(http(), ops(), opsKey(), Duration.ofNanos(1));
        try (ScenarioRun run = new ScenarioRun(stage, scenario("customer-support-routing"))) {
            assertThat(run.play().getFirst().fault()).isEqualTo("it took too long");
        }
    }

    private static Scenario scenario(String name) {
        return Objects.requireNonNull(Scenario.named(name));
    }

    private static JsonNode send(String text, String faults) throws Exception {
        return client.post(
                "/v1/sandbox/messages",
                "{\"leaseId\":\"%s\",\"from\":\"Acme\",\"text\":\"%s\",\"faults\":%s}"
                        .formatted(leases.getFirst().id(), text, faults));
    }

    private static JsonNode awaited(JsonNode sent) throws Exception {
        return client.get(
                        "/v1/leases/%s/code?timeout=30s&after=%s"
                                .formatted(
                                        sent.path("leaseId").asText(),
                                        sent.path("cursor").asText()))
                .path("message");
    }

    private static List<JsonNode> listed(JsonNode sent) throws Exception {
        return client.messages(
                new SandboxClient.Leased(
                        sent.path("leaseId").asText(), sent.path("cursor").asText()));
    }

    private static URI http() {
        return URI.create("http://127.0.0.1:" + gateway.httpPort());
    }

    private static URI ops() {
        return URI.create("http://127.0.0.1:" + gateway.opsPort());
    }

    private static String opsKey() throws IOException {
        return Files.readString(directory.resolve("ops.key")).strip();
    }
}
