package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.CueExtractor;
import io.inlet.feed.EventType;
import io.inlet.sms.BindId;
import io.inlet.sms.Octets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BindsOverHttpTest {
    private static final String BIND = "/ops/v1/binds/" + OperatedGateway.BIND;
    private static final String UNKNOWN = "/ops/v1/binds/" + new BindId(new UUID(1, 1));

    @TempDir Path folder;

    private final ScriptedFailures failures = new ScriptedFailures();
    private final OperatedGateway gateway = new OperatedGateway();
    private OpsServer server;
    private ContractClient client;

    @BeforeEach
    void begin() throws IOException {
        InMemoryInlet stores = new InMemoryInlet(new SteppingClock());
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
                                gateway.running(),
                                (_, _) -> {},
                                new OpsServer.Codes(
                                        new InMemoryCodeRules(stores), new CueExtractor()),
                                InstantSource.system()));
        server.start();
        client =
                ContractClient.operator(
                        server.port(), OpsKey.read(folder.resolve("ops.key")).reveal());
    }

    @AfterEach
    void end() {
        server.close();
        client.close();
    }

    @Test
    void binds_are_listed_with_how_the_last_session_ended() {
        Answer binds = client.get("/ops/v1/binds");

        assertThat(binds.text("/binds/0/state")).isEqualTo("bound");
        assertThat(binds.text("/binds/0/since")).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(binds.text("/binds/0/lastEnd/reason")).isEqualTo("bind_refused");
        assertThat(binds.json().at("/binds/0/responseP99Ms").asDouble()).isEqualTo(9.0);
        assertThat(binds.json().at("/binds/0/carrierLagP95Ms").isNull()).isTrue();
    }

    @Test
    void the_last_pdus_come_as_json_lines_and_as_a_capture_file() {
        Answer lines = client.get(BIND + "/pdus");
        assertThat(lines.body().lines()).hasSize(2).allMatch(line -> line.contains("deliver_sm"));
        assertThat(client.get(BIND + "/capture").body()).isEqualTo("pcap");
    }

    @Test
    void a_payload_is_read_under_every_alphabet_if_one_came_for_nobody() {
        Answer none = client.get(BIND + "/alphabets");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.text("/detail")).contains("have the carrier send");
        gateway.alphabets =
                new AlphabetReport(
                        Instant.EPOCH,
                        0,
                        "4020",
                        List.of(new AlphabetReport.Guess("ascii", "@ ", 90, "letters")));
        assertThat(client.get(BIND + "/alphabets").text("/guesses/0/alphabet")).isEqualTo("ascii");
        assertThat(client.get(UNKNOWN + "/alphabets").status()).isEqualTo(404);
    }

    @Test
    void an_order_is_carried_out_or_says_why_not() {
        assertThat(client.post(BIND + "/reconnect", "").text("/state")).isEqualTo("bound");
        assertThat(gateway.orders).containsExactly(BindOrder.RECONNECT);
        gateway.outcome = new OrderOutcome.Refused("enable it first");
        Answer refused = client.post(BIND + "/drain", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).isEqualTo("enable it first");
    }

    @Test
    void a_bind_that_does_not_exist_is_not_found() {
        for (String order : List.of("enable", "disable", "drain", "reconnect")) {
            assertThat(client.post(UNKNOWN + "/" + order, "").status()).isEqualTo(404);
        }
        assertThat(client.get(UNKNOWN + "/pdus").status()).isEqualTo(404);
        assertThat(client.get(UNKNOWN + "/capture").status()).isEqualTo(404);
    }

    @Test
    void events_are_read_on_from_a_cursor_until_there_are_no_more() {
        for (String detail : List.of("one", "two", "three")) {
            gateway.tell(EventType.BIND_ENDED, OperatedGateway.BIND, detail);
        }
        Answer first = client.get("/ops/v1/events?limit=2");
        assertThat(first.text("/events/1/data/carrier")).isEqualTo("acme");
        assertThat(first.text("/events/1/data/bind")).isEqualTo("primary");
        assertThat(first.text("/events/1/data/detail")).isEqualTo("two");
        Answer second = client.get("/ops/v1/events?after=" + first.text("/cursor"));
        assertThat(second.json().at("/events")).hasSize(1);
        Answer third = client.get("/ops/v1/events?after=" + second.text("/cursor"));
        assertThat(third.json().at("/events")).isEmpty();
        assertThat(third.text("/cursor")).isEqualTo(second.text("/cursor"));
        assertThat(client.get("/ops/v1/events?after=nonsense").status()).isEqualTo(400);
    }

    @Test
    void a_reload_that_is_refused_is_a_conflict_and_its_plan_is_not() {
        assertThat(client.get("/ops/v1/configuration/plan").status()).isEqualTo(200);
        assertThat(client.post("/ops/v1/configuration/reload", "").status()).isEqualTo(409);
        gateway.report =
                new ReloadReport(
                        "inlet.yaml",
                        List.of(),
                        List.of(
                                new ReloadReport.Bind(
                                        "acme", "primary", "changed", List.of("timers.proof"))),
                        false,
                        List.of("http"));
        Answer reloaded = client.post("/ops/v1/configuration/reload", "");
        assertThat(reloaded.status()).isEqualTo(200);
        assertThat(reloaded.text("/binds/0/settings/0")).isEqualTo("timers.proof");
    }
}
