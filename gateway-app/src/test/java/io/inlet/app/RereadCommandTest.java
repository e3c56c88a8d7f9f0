package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.inlet.code.CodeReading;
import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gateway with later rules for codes than that which received the messages. */
@Timeout(300)
final class RereadCommandTest {
    private static final long NUMBER = 999_000_000_600L;

    @TempDir Path directory;

    @Test
    void messages_of_before_an_upgrade_are_read_again_by_the_new_rules() throws Exception {
        try (ScriptedSmsc carrier = ScriptedSmsc.start(SmscSettings.DEFAULT)) {
            new GatewayFiles(directory, carrier.port(), 1).write();
            Path file = directory.resolve("inlet.yaml");
            String yaml = Files.readString(file);
            Files.writeString(
                    file, yaml.replace("ops:\n  port: 0", "ops:\n  port: " + FreePort.find()));
            SandboxClient client;
            SandboxClient.Leased lease;
            try (Gateway gateway = Gateway.start(Launches.of(directory), step -> {})) {
                String opsKey = Files.readString(directory.resolve("ops.key")).strip();
                client = new SandboxClient(http(gateway), ops(gateway), opsKey);
                lease = client.lease(NUMBER, 1).getFirst();
            }
            FormerGateway former = new FormerGateway(directory, (text, sender) -> nothingIsACode());
            former.keep(Long.toString(NUMBER), "Lindenhof: 482913 is your login code.");

            try (client;
                    Gateway gateway = Gateway.start(Launches.of(directory), step -> {})) {
                client.moveTo(http(gateway), ops(gateway));
                readAgain(client, lease);
            }
        }
    }

    private void readAgain(SandboxClient client, SandboxClient.Leased lease) throws Exception {
        JsonNode before = client.messages(lease).getFirst();
        assertThat(before.path("code").isNull()).isTrue();

        assertThat(reread("--dry-run"))
                .startsWith("examined 1", "changed 1", "unreadable 0", "suspended 0");
        // Its status may say by now that it was read.
        assertThat(client.messages(lease))
                .extracting(message -> message.path("version").intValue())
                .containsExactly(1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting =
                    threads.submit(() ->
                            client.get(
                                    "/v1/leases/%s/code?timeout=30s&after=%s"
                                            .formatted(lease.id(), lease.cursor())));
            assertThat(reread("--bind=acme/bind-1"))
                    .containsExactly(
                            "examined 1",
                            "changed 1",
                            "unreadable 0",
                            "suspended 0",
                            "",
                            "DIFFERENCE MESSAGES",
                            "code where none was 1",
                            "no code where one was 0",
                            "another code 0",
                            "code as shown 1",
                            "kind 1",
                            "brand 1",
                            "validity 0",
                            "purpose 1");
            JsonNode woken = waiting.get(60, TimeUnit.SECONDS);
            assertThat(woken.at("/message/code").asText()).isEqualTo("482913");
            assertThat(woken.at("/message/version").intValue()).isEqualTo(2);
        }
        JsonNode after = client.messages(lease).getLast();
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(after.path("content")).isEqualTo(before.path("content"));
        assertThat(after.at("/otp/brand").asText()).isEqualTo("Lindenhof");
        assertThat(after.at("/otp/ruleVersion").intValue()).isPositive();

        assertThat(reread()).startsWith("examined 1", "changed 0");
        assertThat(reread("--after=" + before.path("id").asText())).startsWith("examined 0");
        assertThat(say(1, "--tenant=ten_00000000000000000000000001"))
                .contains("tenant: there is no such tenant");
    }

    private List<String> reread(String... options) {
        return say(0, options).lines().map(line -> line.replaceAll(" +", " ")).toList();
    }

    /** What it prints, as a success or a failure. */
    private String say(int status, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Instant now = Instant.now();
        Stream<String> command =
                Stream.of(
                        "messages",
                        "reread",
                        "--from=" + now.minusSeconds(3_600),
                        "--to=" + now.plusSeconds(3_600),
                        "--config=" + directory.resolve("inlet.yaml"));
        int ended =
                GatewayMain.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(
                                Stream.concat(command, Arrays.stream(options))
                                        .toArray(String[]::new));
        assertThat(ended).as(err.toString()).isEqualTo(status);
        assertThat(out.toString()).doesNotContain("482913", "Lindenhof");
        return status == 0 ? out.toString() : err.toString();
    }

    private static CodeReading nothingIsACode() {
        return new CodeReading(
                null,
                null,
                CodeReading.Kind.OTHER,
                null,
                null,
                null,
                CodeReading.Purpose.UNKNOWN,
                0,
                "none",
                1,
                List.of());
    }

    private static URI http(Gateway gateway) {
        return URI.create("http://127.0.0.1:" + gateway.httpPort());
    }

    private static URI ops(Gateway gateway) {
        return URI.create("http://127.0.0.1:" + gateway.opsPort());
    }
}
