package io.inlet.benchmarks;

import com.linecorp.armeria.common.HttpMethod;
import io.inlet.benchmarks.Caller.Ask;
import io.inlet.benchmarks.LeasedNumbers.LeasedNumber;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * One tenant asks for everything 2,000 times a second, and another must not notice: ten windows by
 * turns without and with the first, and the median of what the second sees in each.
 */
final class Neighbours implements Phase {
    private static final int EAGER = 2_000;
    private static final int QUIET = 50;
    private static final int NUMBERS = 20;
    private static final int WINDOWS = 10;

    /** Ten windows, three warm-ups and what is between them: of 60 s, windows of 20 s. */
    private static final int PARTS = 3;

    @Override
    public PhaseResult run(Setting setting) throws Exception {
        try (Stage stage = setting.stage("neighbours")) {
            stage.startAll(Cast.single(ClosedLoop.WINDOW));
            List<LeasedNumber> leases = LeasedNumbers.make(stage, NUMBERS);
            long window = Math.max(1, setting.length().toSeconds() / PARTS);
            URI http = stage.gateway().http();
            LeasedNumber quiet = leases.getLast();
            try (Caller other = new Caller(http, quiet.key(), reading(quiet)).start(QUIET)) {
                for (int i = 0; i < 2; i++) {
                    window(setting, leases.getFirst(), other, http, true, window);
                    window(setting, leases.getFirst(), other, http, false, window);
                }
                setting.out().say("warm; ten windows of " + window + " s");
                return measure(setting, leases.getFirst(), other, http, window);
            }
        }
    }

    private static PhaseResult measure(
            Setting setting, LeasedNumber eager, Caller other, URI http, long window)
            throws InterruptedException {
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            boolean isBeside = i % 2 == 1;
            Window seen = window(setting, eager, other, http, isBeside, window);
            (isBeside ? beside : alone).add(seen.latency.p99());
            if (i == WINDOWS - 1) {
                figures.addAll(seen.eagerFigures(window));
            }
        }
        double without = median(alone);
        double with = median(beside);
        figures.addFirst(
                Figure.of("of that with the eager tenant to without", with / without, "")
                        .with(Target.atMost(1.5)));
        figures.addFirst(Figure.of("p99 of the other tenant beside it", with, "ms"));
        figures.addFirst(Figure.of("p99 of the other tenant alone", without, "ms"));
        figures.add(
                Figure.count("requests of the other that failed", other.failed() + other.refused())
                        .with(Target.atMost(0)));
        return new PhaseResult(java.util.Map.of(), figures, List.of());
    }

    /** What was seen in a window. */
    private record Window(Latency latency, long answered, long refused, long failed) {
        List<Figure> eagerFigures(long seconds) {
            return List.of(
                    Figure.of("answers to the eager tenant", (double) answered / seconds, "/s"),
                    Figure.of(
                            "refused of them", answered == 0 ? 0 : 100.0 * refused / answered, "%"),
                    Figure.count("requests of the eager tenant that failed", failed));
        }
    }

    private static Window window(
            Setting setting,
            LeasedNumber eager,
            Caller other,
            URI http,
            boolean isBeside,
            long seconds)
            throws InterruptedException {
        if (!isBeside) {
            return seen(other, seconds, 0, 0, 0);
        }
        try (Caller caller = new Caller(http, eager.key(), everything(eager)).start(EAGER)) {
            Window seen = seen(other, seconds, 0, 0, 0);
            setting.out()
                    .say(
                            "beside %,d requests a second: p99 %.2f ms"
                                    .formatted(EAGER, seen.latency.p99()));
            return new Window(seen.latency, caller.answered(), caller.refused(), caller.failed());
        }
    }

    private static Window seen(Caller other, long seconds, long answered, long refused, long failed)
            throws InterruptedException {
        Histogram _ = other.latencies();
        TimeUnit.SECONDS.sleep(seconds);
        return new Window(Latency.of(other.latencies()), answered, refused, failed);
    }

    private static List<Ask> reading(LeasedNumber lease) {
        String path = "/v1/leases/" + lease.id();
        return List.of(
                Ask.get(path),
                Ask.get(path + "/messages"),
                Ask.get("/v1/leases"),
                Ask.get(path + "/code?timeout=0s"));
    }

    private static List<Ask> everything(LeasedNumber lease) {
        List<Ask> asks = new ArrayList<>(reading(lease));
        String path = "/v1/leases/" + lease.id();
        asks.add(new Ask(HttpMethod.POST, path + "/extend", "{\"by\":\"1m\"}"));
        asks.add(new Ask(HttpMethod.POST, "/v1/leases", "{\"ttl\":\"30m\",\"purpose\":\"none\"}"));
        asks.add(
                new Ask(
                        HttpMethod.POST,
                        "/v1/leases",
                        "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\",\"country\":\"XX\"}"));
        asks.add(Ask.get("/v1/version"));
        asks.add(Ask.get("/v1/leases/lea_00000000000000000000000000"));
        Collections.shuffle(asks, new java.util.Random(7));
        return asks;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
