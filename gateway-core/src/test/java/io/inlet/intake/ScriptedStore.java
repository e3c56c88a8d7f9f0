package io.inlet.intake;

import io.inlet.sms.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** A store that keeps batches in memory, waits where a test says so, and fails as a test says. */
final class ScriptedStore implements MessageStore {
    final List<List<Submission>> batches = Collections.synchronizedList(new ArrayList<>());
    final Semaphore entered = new Semaphore(0);
    final Semaphore turnstile = new Semaphore(1_000_000);
    volatile Consumer<List<Submission>> before = batch -> {};
    volatile Consumer<List<Submission>> after = batch -> {};

    /** Makes commits wait until {@link #open}. */
    void hold() {
        turnstile.drainPermits();
    }

    void open() {
        turnstile.release(1_000_000);
    }

    @Override
    public Committed commit(List<Submission> batch) {
        entered.release();
        turnstile.acquireUninterruptibly();
        before.accept(batch);
        batches.add(List.copyOf(batch));
        after.accept(batch);
        List<Disposition> dispositions = new ArrayList<>();
        for (Submission submission : batch) {
            dispositions.add(
                    submission instanceof Submission.Raw raw
                            ? new Disposition.Quarantined(raw.id(), raw.reason())
                            : new Disposition.Stored(submission.id()));
        }
        return new Committed(dispositions, List.of());
    }

    List<String> texts() {
        synchronized (batches) {
            return batches.stream().flatMap(List::stream).map(ScriptedStore::text).toList();
        }
    }

    static String text(Submission submission) {
        return submission.arrival() instanceof Segment segment
                ? new String(
                        segment.userData().octets().array(),
                        java.nio.charset.StandardCharsets.ISO_8859_1)
                : "raw";
    }
}
