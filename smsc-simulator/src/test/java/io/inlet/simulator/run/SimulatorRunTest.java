package io.inlet.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.simulator.LoadPlan;
import io.inlet.simulator.RawEsme;
import io.inlet.simulator.Redelivery;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.run.RunSettings.LoadSettings;
import io.inlet.simulator.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorRunTest {
    private static final Duration SETTLE = Duration.ofSeconds(10);
    private static final SmscSettings SMSC =
            SmscSettings.DEFAULT.withRedelivery(Redelivery.after(Duration.ofMillis(20)));

    @TempDir private Path folder;

    private boolean besideScript;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final List<RunListener.Progress> progress = new CopyOnWriteArrayList<>();
    private final RunListener listener =
            new RunListener() {
                @Override
                public void listening(int listened) {
                    port.complete(listened);
                }

                @Override
                public void progress(Progress now) {
                    progress.add(now);
                }
            };

    @Test
    void a_load_fills_the_ledger_file_with_what_was_acknowledged() throws Exception {
        Path ledger = folder.resolve("acknowledged");
        RunSettings settings = settings(null, LoadPlan.asWindowsAllow().count(200), ledger);
        var run = start(new SimulatorRun(settings, listener));
        try (RawEsme first = RawEsme.bound(port.get())) {
            for (int i = 0; i < 50; i++) {
                first.answer(first.readDeliverSm(), 0);
            }
        }
        try (RawEsme second = RawEsme.bound(port.get())) {
            answerUntilTheEnd(second);
        }
        RunSummary summary = run.get(60, TimeUnit.SECONDS);
        assertThat(summary.completed()).isTrue();
        assertThat(summary.counts().acknowledged()).isEqualTo(200);
        assertThat(summary.p99()).isPositive();
        assertThat(Files.readAllLines(ledger))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 200).mapToObj(String::valueOf).toList());
    }

    @Test
    void a_load_tells_of_its_progress_once_a_second() throws Exception {
        LoadPlan plan = LoadPlan.steady(100).during(Duration.ofMillis(1_200));
        var run = start(new SimulatorRun(settings(null, plan, null), listener));
        try (RawEsme esme = RawEsme.bound(port.get())) {
            answerUntilTheEnd(esme);
        }
        RunSummary summary = run.get(60, TimeUnit.SECONDS);
        assertThat(summary.counts().acknowledged()).isEqualTo(120);
        assertThat(summary.acknowledgedPerSecond()).isBetween(80.0, 101.0);
        assertThat(progress).hasSize(1);
        assertThat(progress.getFirst().acknowledged()).isBetween(50L, 120L);
        assertThat(progress.getFirst().p50()).isPositive();
    }

    @Test
    void a_script_comes_before_the_load() throws Exception {
        Script script =
                Script.parse("await binds 1\nsend to +999 from A text \"One\"\nawait answers\n");
        RunSettings settings = settings(script, LoadPlan.asWindowsAllow().count(5), null);
        var run = start(new SimulatorRun(settings, listener));
        try (RawEsme esme = RawEsme.bound(port.get())) {
            answerUntilTheEnd(esme);
        }
        assertThat(run.get(60, TimeUnit.SECONDS).counts().acknowledged()).isEqualTo(6);
    }

    @Test
    void a_load_beside_a_script_goes_on_while_it_does() throws Exception {
        besideScript = true;
        Script script = Script.parse("await binds 1\nwait 300ms\nenquire_link\n");
        LoadPlan plan = LoadPlan.steady(100).count(10);
        var run = start(new SimulatorRun(settings(script, plan, null), listener));
        List<Integer> read = new ArrayList<>();
        try (RawEsme esme = RawEsme.bound(port.get())) {
            for (int i = 0; i < 11; i++) {
                RawEsme.Frame frame = esme.read();
                read.add(frame.commandId());
                esme.answer(frame, 0);
            }
            answerUntilTheEnd(esme);
        }
        assertThat(run.get(60, TimeUnit.SECONDS).completed()).isTrue();
        assertThat(read).endsWith(0x15).filteredOn(commandId -> commandId == 0x05).hasSize(10);
    }

    @Test
    void a_run_whose_script_does_not_pass_is_not_completed() throws Exception {
        Script script = Script.parse("await binds 1\nexpect unbind within 10ms\n");
        var run = start(new SimulatorRun(settings(script, null, null), listener));
        try (RawEsme esme = RawEsme.bound(port.get())) {
            esme.readToEnd();
        }
        assertThat(run.get(60, TimeUnit.SECONDS).completed()).isFalse();
    }

    @Test
    void a_run_without_an_end_is_stopped() throws Exception {
        SimulatorRun endless = new SimulatorRun(settings(null, null, null), listener);
        var run = start(endless);
        try (RawEsme esme = RawEsme.bound(port.get())) {
            endless.stop();
            assertThat(run.get(60, TimeUnit.SECONDS).completed()).isFalse();
            esme.readToEnd();
        }
    }

    private RunSettings settings(
            @Nullable Script script, @Nullable LoadPlan plan, @Nullable Path ledger) {
        LoadSettings load =
                plan == null
                        ? null
                        : new LoadSettings(
                                plan,
                                new Destinations("999000", 10),
                                "ACME",
                                1,
                                SETTLE,
                                besideScript);
        return new RunSettings(SMSC, script, load, ledger, SETTLE);
    }

    private static CompletableFuture<RunSummary> start(SimulatorRun run) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return run.run();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void answerUntilTheEnd(RawEsme esme) {
        try {
            while (true) {
                esme.answer(esme.readDeliverSm(), 0);
            }
        } catch (IOException e) {
            // The carrier has closed: the run is over.
        }
    }
}
