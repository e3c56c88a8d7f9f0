package io.inlet.benchmarks;

import io.inlet.id.EnumName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmarks/run}: measures, prints and writes down. */
@Command(
        name = "benchmarks/run",
        description = {
            "Measure Inlet end to end on this machine, carrier and database included.",
            "Exit status 0 if it ran, whatever the figures; 1 if it could not, or if an"
                    + " acknowledged message was missing or stored twice."
        },
        mixinStandardHelpOptions = true)
public final class EndToEnd implements Callable<Integer> {
    private static final Path HOME = Path.of(System.getProperty("inlet.home", "."));
    private static final Path TARGET = HOME.resolve("benchmarks").resolve("target");

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "How long each phase measures (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PHASE",
            description = "Run these alone: ${COMPLETION-CANDIDATES} (default: bare to micro).")
    private Set<Name> only = EnumSet.range(Name.BARE, Name.MICRO);

    @Option(
            names = "--seed",
            defaultValue = "7",
            description = "Of the harm that the soak's carrier does (default: ${DEFAULT-VALUE}).")
    private int seed;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Keep databases and logs here; on the disk that is to be measured.")
    private @Nullable Path directory;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the figures here (default: benchmarks/target/end-to-end.json).")
    private Path json = TARGET.resolve("end-to-end.json");

    private double bestBare = Double.NaN;

    /** The phases, in the order in which they run. */
    enum Name {
        BARE,
        CLOSED,
        OPEN,
        KILL,
        MICRO,
        /** On demand only, as all that follow: they take long. */
        POOL,
        NEIGHBOURS,
        SOAK;

        @Override
        public String toString() {
            return EnumName.of(this);
        }
    }

    /** Runs and ends the process with its status. */
    public static void main(String[] args) {
        System.exit(
                new CommandLine(new EndToEnd())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Stages stages = new Stages();
        Runtime.getRuntime().addShutdownHook(new Thread(stages::close, "end"));
        Narrator out = new Narrator();
        Setting setting = new Setting(HOME, directory(), Duration.ofSeconds(seconds), out, stages);
        Report report = new Report(Machine.conditions(HOME));
        for (Name name : EnumSet.copyOf(only)) {
            String loadAverage = Machine.loadAverage();
            out.say(name + " (load average " + loadAverage + ")");
            report.add(name.toString(), loadAverage, phase(name).run(setting));
            if (name == Name.BARE) {
                bestBare = report.value("bare", BareInsert.BEST);
            }
        }
        report.print(System.out);
        report.write(json);
        System.out.println("\nThe same as JSON: " + json);
        return report.losses().isEmpty() ? 0 : 1;
    }

    private Phase phase(Name name) {
        return switch (name) {
            case BARE -> new BareInsert();
            case CLOSED -> new ClosedLoop(bestBare);
            case OPEN -> new OpenLoop();
            case KILL -> new KillNine();
            case MICRO -> new Micro();
            case POOL -> new PoolLoad();
            case NEIGHBOURS -> new Neighbours();
            case SOAK -> new Soak(seed);
        };
    }

    private Path directory() throws IOException {
        Path parent = directory == null ? TARGET : directory;
        Files.createDirectories(parent);
        Path fresh = Files.createTempDirectory(parent, "run-").toAbsolutePath();
        // The database's user must pass through it.
        Files.setPosixFilePermissions(
                fresh, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        return fresh;
    }
}
