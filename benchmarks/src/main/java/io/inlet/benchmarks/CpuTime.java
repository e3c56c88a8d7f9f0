package io.inlet.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** CPU time that processes have used, in seconds, by Linux's {@code /proc/PID/stat}. */
final class CpuTime {
    /** The kernel counts in hundredths for programs, whatever it does inside (proc(5), USER_HZ). */
    private static final double TICKS_PER_SECOND = 100;

    // Fields 14 to 17 of proc(5): utime, stime, and the same of children that were waited for.
    private static final int OWN_FROM = 14;
    private static final int OWN_TO = 16;
    private static final int CHILDREN_TO = 18;

    private CpuTime() {}

    /** Of one process. */
    static double of(ProcessHandle process) {
        return seconds(process, OWN_TO);
    }

    /**
     * Of a process, of those that came from it and run, and of those that came from it and ended.
     */
    static double ofFamily(ProcessHandle first) {
        return seconds(first, CHILDREN_TO)
                + first.descendants().mapToDouble(child -> seconds(child, CHILDREN_TO)).sum();
    }

    private static double seconds(ProcessHandle process, int to) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            // The second field is the name in brackets, which may hold anything.
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            int shift = 3;
            return Arrays.stream(afterName, OWN_FROM - shift, to - shift)
                            .mapToLong(Long::parseLong)
                            .sum()
                    / TICKS_PER_SECOND;
        } catch (NoSuchFileException e) {
            return 0; // it ended a moment ago
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the processes of a stage have used until now. */
    record Reading(double gateway, double carrier, double postgres, long nanos) {
        static Reading of(Stage stage) throws IOException {
            return new Reading(
                    CpuTime.of(stage.gateway().handle()),
                    CpuTime.of(stage.carrier().handle()),
                    ofFamily(stage.postmaster()),
                    System.nanoTime());
        }

        /** What was used since an earlier reading. */
        Reading since(Reading earlier) {
            return new Reading(
                    gateway - earlier.gateway,
                    carrier - earlier.carrier,
                    postgres - earlier.postgres,
                    nanos - earlier.nanos);
        }
    }
}
