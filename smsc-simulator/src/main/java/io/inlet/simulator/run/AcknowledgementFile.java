package io.inlet.simulator.run;

import io.inlet.simulator.DeliveryObserver;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A text file that gets one line for each acknowledged message, its index, when the last of its
 * segments was answered with ESME_ROK. The event loop fills a buffer, and a thread of its own
 * appends it to the file every 50 ms, so that the file outlives the process.
 */
final class AcknowledgementFile implements DeliveryObserver, AutoCloseable {
    private static final long FLUSH_MILLIS = 50;

    private final OutputStream file;
    private final Thread writer = Thread.ofPlatform().name("simulator-ledger").unstarted(this::run);
    private final CountDownLatch closing = new CountDownLatch(1);
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private volatile @Nullable IOException failure;

    private AcknowledgementFile(OutputStream file) {
        this.file = file;
    }

    static AcknowledgementFile open(Path path) throws IOException {
        OutputStream file =
                Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        AcknowledgementFile opened = new AcknowledgementFile(file);
        opened.writer.start();
        return opened;
    }

    @Override
    public synchronized void acknowledged(long message) {
        byte[] line = (message + "\n").getBytes(StandardCharsets.US_ASCII);
        if (filled + line.length > buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        System.arraycopy(line, 0, buffer, filled, line.length);
        filled += line.length;
    }

    /**
     * Writes what is left.
     *
     * @throws IOException if any of it could not be written
     */
    @Override
    public void close() throws IOException {
        closing.countDown();
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        file.close();
        if (failure != null) {
            throw new IOException("the ledger file could not be written", failure);
        }
    }

    private void run() {
        try {
            while (!closing.await(FLUSH_MILLIS, TimeUnit.MILLISECONDS)) {
                file.write(take());
            }
            file.write(take());
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized byte[] take() {
        byte[] taken = Arrays.copyOf(buffer, filled);
        filled = 0;
        return taken;
    }
}
