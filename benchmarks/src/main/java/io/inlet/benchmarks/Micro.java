package io.inlet.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What reading costs, without any database. Takes some seconds, whatever length is asked for. */
final class Micro implements Phase {
    private static final double NANOS = 1e9;

    @Override
    public PhaseResult run(Setting setting) throws Exception {
        RunResult reading = measure(ReadingBenchmark.class);
        setting.out().say("codes of our own messages");
        RunResult codes = measure(CodeBenchmark.class);
        double nanos = codes.getPrimaryResult().getScore();
        setting.out().say("adversarial texts");
        AdversarialTexts.Worst worst = AdversarialTexts.worst();
        return new PhaseResult(
                Map.of("worst adversarial text", "'" + worst.unit() + "', repeated"),
                List.of(
                        Figure.of(
                                "decoding, sender and code of 100 characters",
                                reading.getPrimaryResult().getScore(),
                                "ns"),
                        Figure.of("code of one of our own messages", nanos, "ns"),
                        Figure.of("codes read on one core", NANOS / nanos, "/s")
                                .with(Target.atLeast(200_000)),
                        Figure.of("allocated for one code", allocated(codes), "octets"),
                        Figure.of(
                                        "thread CPU time of the worst 10,000 characters",
                                        worst.millis(),
                                        "ms")
                                .with(Target.atMost(1))),
                List.of());
    }

    private static RunResult measure(Class<?> benchmark) throws RunnerException {
        return new Runner(
                        new OptionsBuilder()
                                .include(benchmark.getName())
                                .addProfiler(GCProfiler.class)
                                .jvmArgsAppend("-Dinlet.home=" + System.getProperty("inlet.home"))
                                .verbosity(VerboseMode.SILENT)
                                .build())
                .runSingle();
    }

    private static double allocated(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore();
    }
}
