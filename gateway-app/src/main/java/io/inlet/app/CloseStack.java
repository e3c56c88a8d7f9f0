package io.inlet.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, to be ended in the opposite order: on a stop, and when a start fails half-way.
 * One that fails to end does not keep the others from ending. Any thread may close it, once or
 * more, also while another still pushes: what comes too late is ended at once.
 */
final class CloseStack implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CloseStack.class);

    private record Entry(String name, AutoCloseable part) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private boolean closed;

    /**
     * Remembers a part and gives it back.
     *
     * @throws CommandFailure if the stack is closed; the part has ended then
     */
    synchronized <T extends AutoCloseable> T push(String name, T part) {
        entries.push(new Entry(name, part));
        if (closed) {
            close();
            throw new CommandFailure("told to stop while it started");
        }
        return part;
    }

    /** Whether it was closed; waits for a close that is under way. */
    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!entries.isEmpty()) {
            end(entries.pop());
        }
    }

    private static void end(Entry entry) {
        try {
            entry.part().close();
            log.debug("ended {}", entry.name());
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            log.warn("{} did not end cleanly", entry.name(), e);
        }
    }
}
