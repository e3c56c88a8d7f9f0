package io.inlet.benchmarks;

import io.inlet.benchmarks.StoredMessages.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** As fast as four binds with a window of 500 each allow. */
final class ClosedLoop implements Phase {
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    static final int WINDOW = 500;
    static final int NUMBERS = 1_000;
    private static final double MICROS = 1e6;

    private final double bestBare;

    /**
     * @param bestBare rows a second of the best bare insert, or NaN if none was measured
     */
    ClosedLoop(double bestBare) {
        this.bestBare = bestBare;
    }

    @Override
    public PhaseResult run(Setting setting) throws Exception {
        try (Stage stage = setting.stage("closed")) {
            stage.startAll(Cast.single(WINDOW));
            LeasedNumbers.make(stage, NUMBERS);
            Carrier carrier = stage.carrier();
            carrier.send(LoadOrder.closedLoop(NUMBERS, setting.warmUp(WARM_UP)));
            carrier.awaitResult();
            setting.out().say("warm; measuring for " + setting.length().toSeconds() + " s");
            try (HeapWatch heap = new HeapWatch(stage.gateway().ops());
                    DiskProbe disk = stage.probeDisk()) {
                CpuTime.Reading before = CpuTime.Reading.of(stage);
                carrier.send(LoadOrder.closedLoop(NUMBERS, setting.length()));
                carrier.awaitMade();
                CpuTime.Reading spent = CpuTime.Reading.of(stage).since(before);
                LoadResult result = carrier.awaitResult();
                Rows rows = StoredMessages.count(stage.login());
                List<Figure> figures = new ArrayList<>(rate(result));
                figures.addAll(disk.figures());
                figures.addAll(heap.figures());
                figures.addAll(cpu(spent, result));
                figures.addAll(rows(rows, result));
                return new PhaseResult(
                        ServerSettings.read(stage.login()), figures, losses(rows, result));
            }
        }
    }

    private List<Figure> rate(LoadResult result) {
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Figure.of("messages recorded and acknowledged", result.perSecond(), "/s")
                        .with(Target.atLeast(20_000)));
        if (!Double.isNaN(bestBare)) {
            figures.add(
                    Figure.of(
                            "the same by the best bare insert", result.perSecond() / bestBare, ""));
        }
        figures.add(Figure.of("for", result.seconds(), "s"));
        figures.add(Figure.of("deliver_sm to response, p50", result.response().p50(), "ms"));
        figures.add(Figure.of("deliver_sm to response, p99", result.response().p99(), "ms"));
        figures.add(Figure.count("answers other than ESME_ROK", result.refusals()));
        return figures;
    }

    static List<Figure> cpu(CpuTime.Reading spent, LoadResult result) {
        double messages = result.acknowledgedInTime();
        double all = spent.gateway() + spent.carrier() + spent.postgres();
        return List.of(
                Figure.of("CPU of gateway", spent.gateway() / messages * MICROS, "us a message"),
                Figure.of(
                        "CPU of PostgreSQL", spent.postgres() / messages * MICROS, "us a message"),
                Figure.of("CPU of carrier", spent.carrier() / messages * MICROS, "us a message"),
                Figure.of("cores that these three kept busy", all / (spent.nanos() / 1e9), ""));
    }

    private static List<Figure> rows(Rows rows, LoadResult result) {
        return List.of(
                Figure.count("messages acknowledged, warm-up included", result.acknowledged()),
                Figure.count("rows of messages", rows.messages()),
                Figure.of("octets sealed in a row", rows.sealedOctets(), ""));
    }

    private static List<String> losses(Rows rows, LoadResult result) {
        List<String> losses = new ArrayList<>();
        compare(losses, "messages", rows.messages() - rows.nobodys(), result);
        compare(losses, "delivery", rows.deliveries(), result);
        compare(losses, "feed", rows.announced(), result);
        return losses;
    }

    private static void compare(List<String> losses, String table, long rows, LoadResult result) {
        if (rows != result.acknowledged()) {
            losses.add(
                    "closed: %,d messages were acknowledged, and %s has %,d rows of them"
                            .formatted(result.acknowledged(), table, rows));
        }
    }
}
