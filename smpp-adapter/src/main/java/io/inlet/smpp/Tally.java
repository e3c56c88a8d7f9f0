package io.inlet.smpp;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Figures of a bind over all its sessions. Its event loop writes, any thread reads. */
final class Tally {
    private final AtomicLong received = new AtomicLong();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile @Nullable Instant lastMessageAt;

    void received(Instant at) {
        received.lazySet(received.getPlain() + 1);
        lastMessageAt = at;
    }

    void awaited() {
        unanswered.incrementAndGet();
    }

    /** The intake has decided, whether the session is still there to say so or not. */
    void decided() {
        unanswered.decrementAndGet();
    }

    long received() {
        return received.get();
    }

    int unanswered() {
        return unanswered.get();
    }

    @Nullable Instant lastMessageAt() {
        return lastMessageAt;
    }
}
