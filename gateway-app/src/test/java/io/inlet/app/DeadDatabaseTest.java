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
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An embedded database that is killed under a gateway: nobody has to do anything. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
final class DeadDatabaseTest {
    private static final long FIRST_NUMBER = 999_000_000_400L;
    private static final int NUMBERS = 5;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void killed_database_comes_back_while_binds_stay_and_nothing_is_lost() throws Exception {
        SmscSettings settings =
                SmscSettings.DEFAULT.withRedelivery(Redelivery.after(Duration.ofMillis(500)));
        try (ScriptedSmsc carrier = ScriptedSmsc.start(settings)) {
            new GatewayFiles(directory, carrier.port(), 2).write();
            try (GatewayProcess gateway = GatewayProcess.startQuickly(directory);
                    SandboxClient client = client(gateway)) {
                killTheDatabase(carrier, client);
                gateway.awaitLine("the embedded database is back");
            }
        }
    }

    private void killTheDatabase(ScriptedSmsc carrier, SandboxClient client) throws Exception {
        List<SandboxClient.Leased> leases = client.lease(FIRST_NUMBER, NUMBERS);
        assertThat(carrier.awaitReceivers(2, Duration.ofSeconds(30))).isTrue();
        List<SmscSession> sessions = carrier.sessions();
        var load =
                carrier.load(
                        LoadPlan.steady(100).during(Duration.ofSeconds(8)),
                        new LoadMessages(
                                new Destinations(String.valueOf(FIRST_NUMBER), NUMBERS), "Acme"));
        Awaitility.await().until(() -> carrier.ledger().acknowledged() > 100);
        assertThat(PostgresProcesses.postmaster(directory.resolve("postgres")).destroyForcibly())
                .isTrue();

        load.made().get(1, TimeUnit.MINUTES);
        assertThat(carrier.ledger().awaitSettled(Duration.ofMinutes(1))).isTrue();
        assertThat(carrier.sessions()).as("no session ended").isEqualTo(sessions);
        assertThat(carrier.ledger().lost()).isZero();
        int read = 0;
        for (SandboxClient.Leased lease : leases) {
            read += client.messages(lease).size();
        }
        assertThat(read).isEqualTo((int) carrier.ledger().counts().handed());
    }

    private SandboxClient client(GatewayProcess gateway) throws Exception {
        String opsKey = Files.readString(directory.resolve("ops.key")).strip();
        return new SandboxClient(gateway.http(), gateway.ops(), opsKey);
    }
}
