package io.inlet.app;

import io.inlet.simulator.run.RunSettings;
import io.inlet.simulator.run.RunSummary;
import io.inlet.simulator.run.SimulatorRun;
import io.inlet.simulator.script.Script;
import io.inlet.simulator.script.Shipped;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "It fails if something that the script expects does not come.",
            "What a script can say: smsc-simulator/README.md of the source; --list and --print show"
                    + " those that come with Inlet."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final Duration SETTLE = Duration.ofMinutes(1);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--list", description = "List the scripts that come with Inlet, and end.")
    private boolean list;

    @Mixin private ScriptOptions script = new ScriptOptions();

    @Mixin private CarrierOptions carrier = new CarrierOptions();

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "Append the index of each acknowledged message to this file.")
    private @Nullable Path ledger;

    @ArgGroup(exclusive = false, heading = "Sending at a rate:%n")
    private @Nullable LoadOptions load;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (list) {
                return listed(out);
            }
            return script.isToBePrinted() ? printed(out) : run(out);
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
    }

    private static int listed(PrintWriter out) throws IOException {
        for (String name : Shipped.names()) {
            out.printf("%-22s %s%n", name, Script.titleOf(Shipped.text(name)));
        }
        out.flush();
        return 0;
    }

    private int printed(PrintWriter out) throws IOException {
        out.print(script.text());
        out.flush();
        return 0;
    }

    private int run(PrintWriter out) throws IOException, InterruptedException {
        Script read = script.script();
        if (read != null) {
            read.needs().forEach(setting -> out.println("the bind needs " + setting));
        }
        RunSettings settings =
                new RunSettings(
                        carrier.settings(out),
                        read,
                        load == null ? null : load.settings(),
                        ledger,
                        SETTLE);
        SimulationNarrator narrator = new SimulationNarrator(out);
        SimulatorRun run = new SimulatorRun(settings, narrator);
        Thread stop = Thread.ofPlatform().name("stop").unstarted(run::stop);
        Runtime.getRuntime().addShutdownHook(stop);
        RunSummary summary = run.run();
        narrator.tell(summary);
        if (read != null || load != null) {
            ended(out, summary, read);
        }
        return summary.completed() && summary.violations().isEmpty() ? 0 : 1;
    }

    private static void ended(PrintWriter out, RunSummary summary, @Nullable Script script) {
        if (summary.completed() && script != null && script.saysWhatIsShown()) {
            out.println(
                    script.shows().isEmpty()
                            ? "the lessee of the number must now see nothing of it"
                            : "the lessee of the number must now see, and nothing else:");
            script.shows().forEach(text -> out.println("  " + text));
        }
        boolean failed = summary.script() != null && !summary.script().passed();
        String incomplete =
                failed
                        ? "ends: the gateway did not do what the script expects"
                        : "ends before all is sent and answered";
        out.println(
                summary.completed()
                        ? "ends, since all is sent and answered; without --script and --to it would"
                                + " stay"
                        : incomplete);
        out.flush();
    }
}
