package io.inlet.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How fast the disk confirms a small write while something else is measured on it: no message can
 * be acknowledged faster than that. It writes 8 KB in a file of its own, 20 times a second, which
 * is nothing beside what is measured. One thread starts and ends it.
 */
final class DiskProbe implements AutoCloseable {
    private static final int BLOCK = 8_192;
    private static final int BLOCKS = 2_048;
    private static final long PERIOD_MILLIS = 50;

    /** What a message may take in all. */
    private static final long STALL_MICROS = 20_000;

    private final Histogram micros = new Histogram(3);
    private final CountDownLatch end = new CountDownLatch(1);
    private final long startedNanos = System.nanoTime();
    private final Thread thread;
    private long stalledMicros;
    private @Nullable IOException failure;

    private DiskProbe(Path file) {
        this.thread = Thread.ofPlatform().name("disk-probe").daemon().start(() -> run(file));
    }

    /** Begins to write in a folder. */
    static DiskProbe start(Path folder) {
        return new DiskProbe(folder.resolve("disk-probe"));
    }

    private void run(Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            fill(channel);
            long block = 0;
            while (!end.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(BLOCK), block++ % BLOCKS * BLOCK);
                channel.force(false);
                note(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(long took) {
        micros.recordValue(took);
        if (took > STALL_MICROS) {
            stalledMicros += took;
        }
    }

    // Else each write would grow the file, which the log of a database in use does not.
    private static void fill(FileChannel channel) throws IOException {
        for (long block = 0; block < BLOCKS; block++) {
            channel.write(ByteBuffer.allocate(BLOCK), block * BLOCK);
        }
        channel.force(true);
    }

    /** Ends it, and gives what it found. */
    List<Figure> figures() throws IOException {
        close();
        if (failure != null) {
            throw new IOException("the disk cannot be probed", failure);
        }
        long ranMicros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startedNanos);
        List<Figure> figures =
                new ArrayList<>(Latency.of(micros).figures("fdatasync of 8 KB meanwhile"));
        figures.add(
                Figure.of(
                        "of the time, fdatasync hung for over 20 ms",
                        100.0 * stalledMicros / ranMicros,
                        "%"));
        return figures;
    }

    @Override
    public void close() {
        end.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
