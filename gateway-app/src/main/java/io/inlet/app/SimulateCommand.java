package io.inlet.app;

import io.inlet.simulator.LoadPlan;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.run.Destinations;
import io.inlet.simulator.run.RunListener;
import io.inlet.simulator.run.RunSettings;
import io.inlet.simulator.run.RunSummary;
import io.inlet.simulator.run.SimulatorRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inlet simulate}: the scripted carrier as a program of its own. */
@Command(
        name = "simulate",
        description = {
            "Be a carrier: accept binds, and send what a script says or messages at a rate.",
            "It ends when the script is done and the messages are sent and answered; with neither"
                    + " it accepts binds until it is told to stop. Ctrl-C ends it early.",
            "What a script can say: smsc-simulator/README.md of the source."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final Duration SETTLE = Duration.ofMinutes(1);
    private static final Duration BINDS_WITHIN = Duration.ofMinutes(1);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            defaultValue = "2775",
            description =
                    "Listen on this port of the loopback interface; 0 takes any (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--window",
            defaultValue = "10",
            description = "Unanswered deliver_sm for each session (default: ${DEFAULT-VALUE}).")
    private int window;

    @Option(names = "--script", paramLabel = "FILE", description = "Follow this script.")
    private @Nullable Path script;

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "Append the index of each acknowledged message to this file.")
    private @Nullable Path ledger;

    @ArgGroup(exclusive = false, heading = "Sending at a rate:%n")
    private @Nullable LoadOptions load;

    /** The options that make a load. */
    static final class LoadOptions {
        @Option(
                names = "--to",
                paramLabel = "DIGITS",
                required = true,
                description = "The first number to send to, without a plus.")
        private String to = "";

        @Option(
                names = "--numbers",
                defaultValue = "1",
                description = "How many numbers, counting up from the first (default: 1).")
        private int numbers = 1;

        @Option(
                names = "--rate",
                paramLabel = "N",
                description = "Messages a second; without it, as fast as the windows allow.")
        private @Nullable Double rate;

        @Option(names = "--count", paramLabel = "N", description = "Stop after so many messages.")
        private @Nullable Long count;

        @Option(names = "--seconds", paramLabel = "N", description = "Stop after so many seconds.")
        private @Nullable Long seconds;

        @Option(
                names = "--first-index",
                paramLabel = "N",
                defaultValue = "0",
                description = "Number messages from here (default: 0).")
        private long firstIndex;

        @Option(
                names = "--binds",
                defaultValue = "1",
                description = "Begin when so many sessions are bound (default: 1).")
        private int binds = 1;

        RunSettings.LoadSettings settings() {
            LoadPlan plan = rate == null ? LoadPlan.asWindowsAllow() : LoadPlan.steady(rate);
            plan = plan.from(firstIndex);
            plan = count == null ? plan : plan.count(count);
            plan = seconds == null ? plan : plan.during(Duration.ofSeconds(seconds));
            return new RunSettings.LoadSettings(
                    plan, new Destinations(to, numbers), "Acme", binds, BINDS_WITHIN);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        SimulatorRun run = new SimulatorRun(settings(), new Narrator(out));
        Thread stop = Thread.ofPlatform().name("stop").unstarted(run::stop);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            RunSummary summary = run.run();
            Narrator.tell(out, summary);
            if (script != null || load != null) {
                out.println(
                        summary.completed()
                                ? "ends, since all is sent and answered; without --script and --to"
                                        + " it would stay"
                                : "ends before all is sent and answered");
            }
            return summary.completed() && summary.violations().isEmpty() ? 0 : 1;
        } catch (IOException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
    }

    private RunSettings settings() {
        try {
            SmscSettings smsc = SmscSettings.DEFAULT.withPort(port).withWindow(window);
            return new RunSettings(
                    smsc, script, load == null ? null : load.settings(), ledger, SETTLE);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
    }

    /** Tells a person how the run goes. */
    private record Narrator(PrintWriter out) implements RunListener {
        @Override
        public void listening(int port) {
            out.printf("listening on 127.0.0.1:%d%n", port);
            out.flush();
        }

        @Override
        public void progress(Progress now) {
            out.printf(
                    "%4d s  sent %,d  acknowledged %,d  refused %,d  unanswered %,d  p50 %.1f ms  p99 %.1f ms%n",
                    now.elapsed().toSeconds(),
                    now.sent(),
                    now.acknowledged(),
                    now.refused(),
                    now.unanswered(),
                    millis(now.p50()),
                    millis(now.p99()));
            out.flush();
        }

        static void tell(PrintWriter out, RunSummary summary) {
            out.printf(
                    "acknowledged %,d of %,d (%,.0f a second), refused for good %,d, without an answer %,d; p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                    summary.counts().acknowledged(),
                    summary.counts().handed(),
                    summary.acknowledgedPerSecond(),
                    summary.counts().lost(),
                    summary.counts().unanswered(),
                    millis(summary.p50()),
                    millis(summary.p99()),
                    millis(summary.most()));
            summary.violations()
                    .forEach(violation ->
                            out.println("the gateway sent what it must not: " + violation));
            out.flush();
        }

        private static double millis(Duration duration) {
            return duration.toNanos() / 1e6;
        }
    }
}
