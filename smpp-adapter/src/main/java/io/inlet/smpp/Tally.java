package io.inlet.smpp;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Figures of a bind over all its sessions. Its event loop writes, any thread reads. */
final class Tally {
    private final AtomicLong received = new AtomicLong();
    private volatile int unanswered;
    private volatile @Nullable Instant lastMessageAt;

    void received(Instant at) {
        received.lazySet(received.getPlain() + 1);
        lastMessageAt = at;
    }

    void unanswered(int count) {
        unanswered = count;
    }

    long received() {
        return received.get();
    }

    int unanswered() {
        return unanswered;
    }

    @Nullable Instant lastMessageAt() {
        return lastMessageAt;
    }
}
