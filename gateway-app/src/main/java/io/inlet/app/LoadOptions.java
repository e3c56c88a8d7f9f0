package io.inlet.app;

import io.inlet.simulator.LoadPlan;
import io.inlet.simulator.run.Destinations;
import io.inlet.simulator.run.RunSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code inlet simulate} that make a load. */
final class LoadOptions {
    private static final Duration BINDS_WITHIN = Duration.ofMinutes(1);

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

    @Option(
            names = "--beside-script",
            description = "Send while the script goes on, rather than after it.")
    private boolean besideScript;

    RunSettings.LoadSettings settings() {
        LoadPlan plan = rate == null ? LoadPlan.asWindowsAllow() : LoadPlan.steady(rate);
        plan = plan.from(firstIndex);
        plan = count == null ? plan : plan.count(count);
        plan = seconds == null ? plan : plan.during(Duration.ofSeconds(seconds));
        return new RunSettings.LoadSettings(
                plan, new Destinations(to, numbers), "Acme", binds, BINDS_WITHIN, besideScript);
    }
}
