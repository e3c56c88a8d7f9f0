package io.inlet.benchmarks;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What reading costs, without any database. Takes some seconds, whatever length is asked for. */
final class Micro implements Phase {
    @Override
    public PhaseResult run(Setting setting) throws Exception {
        RunResult reading =
                new Runner(
                                new OptionsBuilder()
                                        .include(ReadingBenchmark.class.getName())
                                        .verbosity(VerboseMode.SILENT)
                                        .build())
                        .runSingle();
        setting.out().say("adversarial texts");
        AdversarialTexts.Worst worst = AdversarialTexts.worst();
        return new PhaseResult(
                Map.of("worst adversarial text", "'" + worst.unit() + "', repeated"),
                List.of(
                        Figure.of(
                                "decoding, sender and code of 100 characters",
                                reading.getPrimaryResult().getScore(),
                                "ns"),
                        Figure.of(
                                        "thread CPU time of the worst 10,000 characters",
                                        worst.millis(),
                                        "ms")
                                .with(Target.atMost(1))),
                List.of());
    }
}
