package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.simulator.script.ScriptReport;
import io.inlet.simulator.script.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every script that an interconnect engineer runs before going live, against a gateway of its own
 * process, all at once: each has a carrier and a number.
 */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ShippedScriptsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long FIRST_NUMBER = 999_000_002_000L;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path directory;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final CloseStack closing = new CloseStack();
    private final List<Running> running = new ArrayList<>();

    /** A script under way, and who reads what it sends. */
    private record Running(
            ScriptedCarrier carrier,
            SandboxClient client,
            SandboxClient.Leased lease,
            CompletableFuture<ScriptReport> report) {}

    @BeforeAll
    void all_scripts_start() throws Exception {
        closing.push("scripts", executor);
        List<ScriptedCarrier> carriers = new ArrayList<>();
        for (String name : Shipped.names()) {
            long number = FIRST_NUMBER + carriers.size();
            carriers.add(closing.push(name, ScriptedCarrier.start(name, number)));
        }
        String yaml = carriers.stream().map(ScriptedCarrier::yaml).collect(Collectors.joining());
        new GatewayFiles(directory, 0, 0).write(yaml);
        GatewayProcess gateway = closing.push("gateway", GatewayProcess.startQuickly(directory));
        SandboxClient client = closing.push("client", client(gateway));
        List<SandboxClient.Leased> leases = client.lease(FIRST_NUMBER, Shipped.names());
        for (int i = 0; i < carriers.size(); i++) {
            ScriptedCarrier carrier = carriers.get(i);
            var report = carrier.run(executor);
            running.add(new Running(carrier, client, leases.get(i), report));
        }
    }

    @AfterAll
    void everything_ends() {
        closing.close();
    }

    @TestFactory
    Stream<DynamicTest> the_gateway_passes_each_shipped_script() {
        return running.stream()
                .map(each -> DynamicTest.dynamicTest(each.carrier.name(), () -> check(each)));
    }

    private static void check(Running script) throws Exception {
        ScriptReport report = script.report.get(4, TimeUnit.MINUTES);
        assertThat(report.rows()).as(script.carrier.name()).allMatch(ScriptReport.Row::holds);
        assertThat(report.passed()).isTrue();
        assertThat(script.carrier.smsc().violations()).isEmpty();
        assertThat(script.carrier.smsc().ledger().lost()).isZero();
        if (script.carrier.script().saysWhatIsShown()) {
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(shown(script))
                                    .as(script.carrier.name())
                                    .containsExactlyInAnyOrderElementsOf(
                                            script.carrier.script().shows()));
        }
    }

    private static List<String> shown(Running script) throws Exception {
        return script.client.messages(script.lease).stream()
                .map(message -> message.path("content").asText())
                .toList();
    }

    private SandboxClient client(GatewayProcess gateway) throws IOException {
        String opsKey = Files.readString(directory.resolve("ops.key")).strip();
        return new SandboxClient(gateway.http(), gateway.ops(), opsKey);
    }
}
