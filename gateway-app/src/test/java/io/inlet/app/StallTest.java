package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.simulator.LoadPlan;
import io.inlet.simulator.Redelivery;
import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSession;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.run.Destinations;
import io.inlet.simulator.run.LoadMessages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Invariants 2 and 8: a database that hangs. Shortened; {@code -Dinlet.stall=60s} runs it at full
 * length.
 */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
final class StallTest {
    private static final Duration STALL =
            Duration.parse("PT" + System.getProperty("inlet.stall", "12s"));
    private static final int ESME_RSYSERR = 0x08;
    private static final int ESME_RMSGQFUL = 0x14;
    private static final long FIRST_NUMBER = 999_000_000_300L;
    private static final int NUMBERS = 5;
    private static final int WINDOW = 50;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void the_bind_survives_a_stalled_database_and_nothing_is_discarded() throws Exception {
        SmscSettings settings =
                SmscSettings.DEFAULT
                        .withWindow(WINDOW)
                        .withTimers(
                                new SmscSettings.Timers(
                                        Duration.ofSeconds(30), Duration.ofSeconds(1)))
                        .withRedelivery(Redelivery.after(Duration.ofMillis(500)));
        try (ScriptedSmsc carrier = ScriptedSmsc.start(settings)) {
            new GatewayFiles(directory, carrier.port(), 2).write();
            try (GatewayProcess gateway = GatewayProcess.startQuickly(directory);
                    SandboxClient client = client(gateway)) {
                stall(carrier, client);
            }
        }
    }

    private void stall(ScriptedSmsc carrier, SandboxClient client) throws Exception {
        List<SandboxClient.Leased> leases = client.lease(FIRST_NUMBER, NUMBERS);
        assertThat(carrier.awaitReceivers(2, Duration.ofSeconds(60))).isTrue();
        List<SmscSession> sessions = carrier.sessions();
        // At that rate both windows fill within a second of the stall.
        var load =
                carrier.load(
                        LoadPlan.steady(300).during(STALL.plusSeconds(4)),
                        new LoadMessages(
                                new Destinations(String.valueOf(FIRST_NUMBER), NUMBERS), "Acme"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> carrier.ledger().acknowledged() > 200);
        Set<ProcessHandle> database = PostgresProcesses.of(directory.resolve("postgres"));
        PostgresProcesses.stall(database);
        long before = carrier.ledger().acknowledged();
        try {
            assertThat(carrier.awaitClosed(STALL)).as("the stall's own time").isFalse();
        } finally {
            PostgresProcesses.resume(database);
        }

        load.made().get(2, TimeUnit.MINUTES);
        assertThat(carrier.ledger().awaitSettled(Duration.ofMinutes(2))).isTrue();
        long sent = carrier.ledger().counts().handed();
        assertThat(carrier.sessions()).as("no session ended").isEqualTo(sessions);
        assertThat(carrier.ledger().refusals().keySet())
                .as("only temporary errors")
                .isSubsetOf(Set.of(ESME_RSYSERR, ESME_RMSGQFUL));
        assertThat(carrier.ledger().lost()).isZero();
        assertThat(carrier.ledger().acknowledged()).isEqualTo(sent).isGreaterThan(before);
        int read = 0;
        for (SandboxClient.Leased lease : leases) {
            read += client.messages(lease).size();
        }
        assertThat(read).as("all is recorded, once").isEqualTo((int) sent);
    }

    private SandboxClient client(GatewayProcess gateway) throws Exception {
        String opsKey = Files.readString(directory.resolve("ops.key")).strip();
        return new SandboxClient(gateway.http(), gateway.ops(), opsKey);
    }
}
