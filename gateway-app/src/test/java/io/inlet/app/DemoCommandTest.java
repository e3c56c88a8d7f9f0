package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.config.Outcome;
import io.inlet.config.Settings;
import io.inlet.config.SettingsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(300)
final class DemoCommandTest {
    private static final Pattern COMMAND =
            Pattern.compile("[.]/inlet (code-rules list ten_\\w{26} --config \\S+)");

    @TempDir Path directory;

    private final StringWriter greeting = new StringWriter();

    @Test
    void operators_command_of_the_greeting_reaches_the_demo() throws Exception {
        // As root the database runs as somebody else, who must get there.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        DemoCommand demo = new DemoCommand(new PrintWriter(greeting, true));
        Thread stays =
                Thread.ofPlatform()
                        .start(() ->
                                new CommandLine(demo)
                                        .execute(
                                                "--port=0",
                                                "--ops-port=0",
                                                "--directory=" + directory));
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> greeting.toString().contains("Ctrl-C") || !stays.isAlive());
            Matcher command = COMMAND.matcher(greeting.toString());
            assertThat(command.find()).as(greeting.toString()).isTrue();
            assertThat(greeting.toString()).contains("Operators: http://127.0.0.1:" + opsPort());
            StringWriter out = new StringWriter();
            int status =
                    GatewayMain.commandLine()
                            .setOut(new PrintWriter(out, true))
                            .execute(command.group(1).split(" "));
            assertThat(status).isZero();
            assertThat(out.toString()).startsWith("RULE");
        } finally {
            stays.interrupt();
            stays.join();
        }
    }

    private int opsPort() {
        return switch (SettingsFile.read(directory.resolve("inlet.yaml"))) {
            case Outcome.Accepted(Settings settings) -> settings.ops().port();
            case Outcome.Rejected(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    @Test
    void port_for_operators_is_another_if_the_usual_is_taken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(DemoPort.orAny(taken.getLocalPort()))
                    .isPositive()
                    .isNotEqualTo(taken.getLocalPort());
        }
        int free = FreePort.find();
        assertThat(DemoPort.orAny(free)).isEqualTo(free);
    }

    @Test
    void port_for_operators_that_is_asked_for_is_taken() {
        assertThat(DemoPort.operators(9_999, false)).isEqualTo(9_999);
        assertThat(DemoPort.operators(0, false)).isPositive();
    }
}
