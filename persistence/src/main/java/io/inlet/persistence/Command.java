package io.inlet.persistence;

import io.inlet.settings.Durations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program to run to its end. Its output goes through a file: a server that it leaves running
 * would hold a pipe open.
 */
final class Command {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long TICK_MILLIS = 500;

    private final ProcessBuilder builder;

    private Command(ProcessBuilder builder) {
        this.builder = builder;
    }

    /**
     * What came of it.
     *
     * @param status the exit status
     * @param output what it printed, errors included
     */
    record Result(int status, String output) {
        boolean failed() {
            return status != 0;
        }
    }

    static Command of(ServerUser user, String... words) {
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(Path.of("/").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C"); // messages as we know them
        return new Command(builder);
    }

    Result run() throws IOException {
        return run(PATIENCE, () -> {});
    }

    /**
     * Runs it.
     *
     * @param patience how long it may take; then it is ended
     * @param tick called about twice a second meanwhile
     */
    Result run(Duration patience, Runnable tick) throws IOException {
        Path output = Files.createTempFile("inlet-command", null);
        Process process = builder.redirectOutput(output.toFile()).start();
        try {
            process.getOutputStream().close();
            long deadline = System.nanoTime() + patience.toNanos();
            while (!process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() > deadline) {
                    throw new IOException(
                            "%s did not end within %s"
                                    .formatted(builder.command(), Durations.write(patience)));
                }
                tick.run();
            }
            return new Result(process.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }
}
