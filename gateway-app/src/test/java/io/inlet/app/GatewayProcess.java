package io.inlet.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A gateway in a process of its own, as an operator runs it, that can be killed. Its log goes to a
 * file beside its configuration. Not for two threads.
 */
public final class GatewayProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final String BINARIES = "inlet.postgres.binaries";

    private final Path directory;
    private final Process process;

    private GatewayProcess(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /**
     * The same as {@link #start(Path, String...)} in half the CPU time: without the optimising
     * compiler, and with the database's binaries where this JVM has them. Not to be measured.
     */
    static GatewayProcess startQuickly(Path directory) throws IOException {
        String binaries = System.getProperty(BINARIES);
        return binaries == null
                ? start(directory, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                : start(
                        directory,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-D" + BINARIES + "=" + binaries);
    }

    /**
     * Starts {@code inlet run} with {@code inlet.yaml} of a directory, on this JVM's class path,
     * and waits until it is ready.
     */
    public static GatewayProcess start(Path directory, String... jvmOptions) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmOptions));
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatewayMain.class.getName(),
                        "run",
                        "--config",
                        directory.resolve("inlet.yaml").toString()));
        return start(directory, new ProcessBuilder(command));
    }

    /**
     * Starts whatever runs a gateway with {@code inlet.yaml} of a directory, such as the launcher,
     * and waits until it is ready.
     */
    public static GatewayProcess start(Path directory, ProcessBuilder command) throws IOException {
        Path log = directory.resolve("gateway.log");
        Files.deleteIfExists(log);
        Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            GatewayProcess gateway = new GatewayProcess(directory, process);
            gateway.awaitLine("ready: ");
            return gateway;
        } catch (Throwable t) {
            process.destroyForcibly();
            throw t;
        }
    }

    /** Waits until the log holds a text; fails with the log if the process ends before that. */
    void awaitLine(String text) {
        Awaitility.await("the gateway says '" + text + "'")
                .atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .failFast(() -> failIfDead(text))
                .until(() -> log().contains(text));
    }

    private void failIfDead(String text) {
        if (!process.isAlive() && !log().contains(text)) {
            throw new AssertionError("the gateway ended by itself:\n" + log());
        }
    }

    /** All it has logged. */
    public String log() {
        try {
            return Files.readString(directory.resolve("gateway.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The consumers' listener. */
    public URI http() {
        return uri("consumers on port (\\d+)");
    }

    /** The operators' listener. */
    public URI ops() {
        return uri("operators on port (\\d+)");
    }

    private URI uri(String pattern) {
        var matcher = java.util.regex.Pattern.compile(pattern).matcher(log());
        if (!matcher.find()) {
            throw new IllegalStateException("the gateway is not ready");
        }
        return URI.create("http://127.0.0.1:" + matcher.group(1));
    }

    /** Ends it at once, as a power failure of the process would: SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a killed process stays");
        }
    }

    /** The process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Stops it as an operator would: SIGTERM; kills it if it does not end. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
