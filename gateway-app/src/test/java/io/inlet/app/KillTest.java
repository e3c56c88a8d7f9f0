package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.inlet.simulator.DeliveryObserver;
import io.inlet.simulator.LoadPlan;
import io.inlet.simulator.Redelivery;
import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.run.Destinations;
import io.inlet.simulator.run.LoadMessages;
import io.inlet.simulator.run.LoadText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Invariants 1 and 3, with processes that die in the middle of a load. */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
final class KillTest {
    private static final long FIRST_NUMBER = 999_000_000_100L;
    private static final int NUMBERS = 10;
    private static final int MESSAGES = 8_000;
    private static final int BEFORE_THE_KILL = 1_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final Acknowledged acknowledged = new Acknowledged();
    private ScriptedSmsc carrier;
    private GatewayProcess gateway;

    /** Remembers which messages the carrier holds to be delivered. */
    private static final class Acknowledged implements DeliveryObserver {
        final Set<Long> messages = ConcurrentHashMap.newKeySet();

        @Override
        public void acknowledged(long message) {
            messages.add(message);
        }
    }

    @BeforeEach
    void start() throws IOException {
        carrier =
                ScriptedSmsc.start(
                        SmscSettings.DEFAULT
                                .withWindow(200)
                                .withRedelivery(Redelivery.after(Duration.ofMillis(200))),
                        acknowledged);
        new GatewayFiles(directory, carrier.port(), 2).write();
        gateway = GatewayProcess.startQuickly(directory);
    }

    @AfterEach
    void stop() {
        // Where the start failed, there is none.
        if (gateway != null) {
            gateway.close();
        }
        if (carrier != null) {
            carrier.close();
        }
    }

    @Test
    void acknowledged_messages_survive_a_kill_9_of_the_gateway() throws Exception {
        killInTheMiddleOfALoad(Set.of());
    }

    @Test
    void acknowledged_messages_survive_a_kill_9_of_gateway_and_database() throws Exception {
        killInTheMiddleOfALoad(PostgresProcesses.of(directory.resolve("postgres")));
    }

    private void killInTheMiddleOfALoad(Set<ProcessHandle> besides) throws Exception {
        try (SandboxClient client = client()) {
            List<SandboxClient.Leased> leases = client.lease(FIRST_NUMBER, NUMBERS);
            assertThat(carrier.awaitReceivers(2, Duration.ofSeconds(60))).isTrue();
            var load =
                    carrier.load(
                            LoadPlan.asWindowsAllow().count(MESSAGES),
                            new LoadMessages(
                                    new Destinations(String.valueOf(FIRST_NUMBER), NUMBERS),
                                    "Acme"));
            awaitAcknowledged(BEFORE_THE_KILL);
            gateway.kill();
            besides.forEach(ProcessHandle::destroyForcibly);
            int heardBefore = acknowledged.messages.size();

            gateway = GatewayProcess.startQuickly(directory);
            client.moveTo(gateway.http(), gateway.ops());
            load.made().get(180, java.util.concurrent.TimeUnit.SECONDS);
            // The observer hears of an answer a moment after the ledger has it.
            awaitAcknowledged(MESSAGES);

            assertThat(heardBefore).as("the kill came in the middle").isLessThan(MESSAGES);
            assertThat(carrier.violations()).isEmpty();
            assertThat(copiesRead(client, leases))
                    .as("every acknowledged message is there, once")
                    .hasSize(MESSAGES)
                    .containsOnlyKeys(acknowledged.messages)
                    .allSatisfy((index, copies) -> assertThat(copies).isEqualTo(1));
        }
    }

    private void awaitAcknowledged(int messages) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> acknowledged.messages.size() >= messages);
    }

    private static Map<Long, Integer> copiesRead(
            SandboxClient client, List<SandboxClient.Leased> leases) throws Exception {
        Map<Long, Integer> copies = new HashMap<>();
        for (SandboxClient.Leased lease : leases) {
            for (JsonNode message : client.messages(lease)) {
                LoadText text = LoadText.parse(message.path("content").asText());
                assertThat(text).isNotNull();
                assertThat(message.path("code").asText())
                        .isEqualTo(Objects.requireNonNull(text).code());
                copies.merge(text.index(), 1, Integer::sum);
            }
        }
        return copies;
    }

    private SandboxClient client() throws IOException {
        String opsKey = Files.readString(directory.resolve("ops.key")).strip();
        return new SandboxClient(gateway.http(), gateway.ops(), opsKey);
    }
}
