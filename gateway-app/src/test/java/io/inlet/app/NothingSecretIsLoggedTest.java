package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.config.LogSettings;
import io.inlet.http.LogLevels;
import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.message.OutgoingMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Invariant 6 over a whole gateway, at the most that an operator can have logged. */
@Timeout(300)
@Isolated("it hears all that this JVM logs")
final class NothingSecretIsLoggedTest {
    private static final long LEASED = 999_000_000_701L;
    private static final long IN_NO_POOL = 999_000_000_799L;
    private static final String CODE = "730951";
    private static final String WORD = "Wintergarten";
    private static final String PASSWORD = "pw-48213";
    private static final List<String> LIBRARIES =
            List.of(
                    "com.linecorp.armeria",
                    "com.linecorp.armeria.logging.traffic.server",
                    "io.netty",
                    "org.jooq",
                    "org.postgresql",
                    "com.cloudhopper",
                    "com.zaxxer.hikari",
                    "org.flywaydb");

    @TempDir Path directory;

    private final Logging logging = new Logging();

    @AfterEach
    void calm() {
        logging.apply(new LogSettings(LogSettings.Level.INFO, List.of()));
    }

    @Test
    void no_log_line_holds_a_text_code_full_number_key_or_password() throws Exception {
        try (LogCapture log = LogCapture.begin();
                ScriptedSmsc carrier =
                        ScriptedSmsc.start(SmscSettings.DEFAULT.withAccount("inlet", PASSWORD))) {
            new GatewayFiles(directory, carrier.port(), 1).write();
            Files.writeString(directory.resolve("carrier.password"), PASSWORD + "\n");
            openAllThatCanBeOpened();
            String key = receiveOne(carrier);
            String opsKey = opsKey();

            assertThat(log.lines()).anyMatch(line -> line.startsWith("DEBUG io.inlet"));
            assertThat(log.lines())
                    .noneMatch(line -> line.contains(key))
                    .noneMatch(line -> line.contains(opsKey))
                    .noneMatch(line -> line.contains(PASSWORD))
                    .noneMatch(line -> line.contains(CODE))
                    .noneMatch(line -> line.contains(WORD))
                    .noneMatch(line -> line.contains(String.valueOf(LEASED)))
                    .noneMatch(line -> line.contains(String.valueOf(IN_NO_POOL)));
        }
    }

    private void openAllThatCanBeOpened() {
        logging.set("ROOT", LogLevels.Level.TRACE);
        for (String library : LIBRARIES) {
            try {
                logging.set(library, LogLevels.Level.TRACE);
            } catch (IllegalArgumentException _) {
                // As it should be; what counts is what the log holds in the end.
            }
        }
    }

    private String receiveOne(ScriptedSmsc carrier) throws Exception {
        try (Gateway gateway = Gateway.start(Launches.of(directory), step -> {});
                SandboxClient client =
                        new SandboxClient(
                                local(gateway.httpPort()), local(gateway.opsPort()), opsKey())) {
            SandboxClient.Leased lease = client.lease(LEASED, 1).getFirst();
            assertThat(carrier.awaitReceivers(1, Duration.ofSeconds(60))).isTrue();
            addRule(gateway, client);
            send(carrier, IN_NO_POOL);
            send(carrier, LEASED);

            var answer = client.get("/v1/leases/" + lease.id() + "/code?timeout=30s");
            assertThat(answer.toString()).contains(CODE);
            assertThat(answer.at("/message/otp/confidence").doubleValue()).isEqualTo(1);
            assertThat(client.messages(lease)).hasSize(1);
            assertThat(carrier.ledger().awaitSettled(Duration.ofSeconds(60))).isTrue();
            return client.key();
        }
    }

    // What is refused is told to who asked, and not to the log either.
    private void addRule(Gateway gateway, SandboxClient client) throws Exception {
        String path = "/ops/v1/tenants/" + client.tenant() + "/code-rules";
        for (int longest : List.of(60, 6)) {
            String rule =
                    """
                    {"rule": {"holds": "%s", "signs": "digits", "shortest": 6, "longest": %d,
                    "position": "last"}, "example": {"text": "%s code is %s", "code": "%s"}}\
                    """
                            .formatted(WORD, longest, WORD, CODE, CODE);
            var request =
                    HttpRequest.newBuilder(local(gateway.opsPort()).resolve(path))
                            .header("authorization", "Bearer " + opsKey())
                            .header("content-type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(rule))
                            .build();
            try (HttpClient http = HttpClient.newHttpClient()) {
                assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                        .isEqualTo(longest == 6 ? 201 : 422);
            }
        }
    }

    private static void send(ScriptedSmsc carrier, long number) {
        carrier.send(
                OutgoingMessage.to(String.valueOf(number))
                        .from("Acme")
                        .text("Your " + WORD + " code is " + CODE)
                        .build());
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private String opsKey() throws IOException {
        return Files.readString(directory.resolve("ops.key")).strip();
    }
}
