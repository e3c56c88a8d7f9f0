package io.inlet.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** 2,000 messages a second, evenly spaced, and a waiting reader on every lease. */
final class OpenLoop implements Phase {
    private static final int PER_SECOND = 2_000;
    private static final int NUMBERS = 200;

    /**
     * The virtual machine's second compiler takes so long to come to rest at this rate on two
     * cores, and takes a quarter of the machine meanwhile.
     */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public PhaseResult run(Setting setting) throws Exception {
        try (Stage stage = setting.stage("open")) {
            stage.startAll(Cast.single(ClosedLoop.WINDOW));
            List<LeasedNumbers.LeasedNumber> leases = LeasedNumbers.make(stage, NUMBERS);
            try (Readers readers = new Readers(stage.gateway().http(), leases)) {
                Carrier carrier = stage.carrier();
                carrier.send(LoadOrder.openLoop(NUMBERS, PER_SECOND, setting.warmUp(WARM_UP)));
                // What a cold start has left unread must not count as latency of the warm gateway.
                readers.awaitRead(carrier.awaitResult().acknowledged(), PATIENCE);
                setting.out().say("warm; measuring for " + setting.length().toSeconds() + " s");
                return measure(setting.length(), stage, readers);
            }
        }
    }

    private static PhaseResult measure(Duration length, Stage stage, Readers readers)
            throws Exception {
        Carrier carrier = stage.carrier();
        try (DiskProbe disk = stage.probeDisk()) {
            readers.measureFrom(Readers.nowMicros());
            CpuTime.Reading before = CpuTime.Reading.of(stage);
            carrier.send(LoadOrder.openLoop(NUMBERS, PER_SECOND, length));
            carrier.awaitMade();
            CpuTime.Reading spent = CpuTime.Reading.of(stage).since(before);
            LoadResult result = carrier.awaitResult();
            readers.awaitRead(result.acknowledged(), PATIENCE);
            List<Figure> figures = new ArrayList<>();
            figures.add(Figure.of("messages handed to the gateway", PER_SECOND, "/s"));
            figures.addAll(result.response().figures("deliver_sm to response", Target.atMost(20)));
            figures.addAll(
                    readers.latency().figures("deliver_sm to waiting reader", Target.atMost(50)));
            figures.addAll(disk.figures());
            figures.addAll(ClosedLoop.cpu(spent, result));
            return result(stage, readers, result, figures);
        }
    }

    private static PhaseResult result(
            Stage stage, Readers readers, LoadResult result, List<Figure> figures)
            throws Exception {
        BitSet unread = stage.carrier().acknowledged();
        unread.andNot(readers.read());
        figures.add(Figure.count("messages acknowledged", result.acknowledged()));
        figures.add(
                Figure.count("acknowledged and not read", unread.cardinality())
                        .with(Target.atMost(0)));
        figures.add(Figure.count("read twice", readers.twice()).with(Target.atMost(0)));
        figures.add(Figure.count("requests of readers that failed", readers.failures()));
        List<String> losses = new ArrayList<>();
        if (!unread.isEmpty() || readers.twice() > 0) {
            losses.add(
                    "open: %,d acknowledged messages were not read, %,d were read twice"
                            .formatted(unread.cardinality(), readers.twice()));
        }
        return new PhaseResult(ServerSettings.read(stage.login()), figures, losses);
    }
}
