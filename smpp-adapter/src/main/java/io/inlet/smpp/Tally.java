package io.inlet.smpp;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a bind over all its sessions; what it is told it tells on. Its event loop writes, any
 * thread reads.
 */
final class Tally implements CarrierObserver {
    private static final int MINUTE = 60;

    private final CarrierObserver next;
    private final LongSupplier nanos;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong receipts = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private final AtomicLong alerts = new AtomicLong();
    private final Map<String, AtomicLong> answered = new ConcurrentHashMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Rate rate = new Rate();
    private final RecentTimes responses = new RecentTimes();
    private final RecentTimes lags = new RecentTimes();
    private volatile @Nullable Instant lastMessageAt;

    /**
     * @param nanos as {@link System#nanoTime}
     */
    Tally(CarrierObserver next, LongSupplier nanos) {
        this.next = next;
        this.nanos = nanos;
    }

    private long second() {
        return TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong());
    }

    private static void add(AtomicLong count) {
        count.lazySet(count.getPlain() + 1);
    }

    void received(Instant at) {
        lastMessageAt = at;
    }

    void awaited() {
        unanswered.incrementAndGet();
    }

    /** The intake has decided, whether the session is still there to say so or not. */
    void decided() {
        unanswered.decrementAndGet();
    }

    @Override
    public void received(String carrier, String bind) {
        add(received);
        rate.count(second());
        next.received(carrier, bind);
    }

    @Override
    public void receipt(String carrier, String bind, ReceiptKind kind, ReceiptState state) {
        add(receipts);
        next.receipt(carrier, bind, kind, state);
    }

    @Override
    public void lag(String carrier, String bind, Duration lag) {
        lags.count(lag, second());
        next.lag(carrier, bind, lag);
    }

    @Override
    public void unreadable(String carrier, String bind) {
        add(unreadable);
        next.unreadable(carrier, bind);
    }

    @Override
    public void alert(String carrier, String bind) {
        add(alerts);
        next.alert(carrier, bind);
    }

    @Override
    public void answered(String carrier, String bind, String status, Duration took) {
        add(answered.computeIfAbsent(status, _ -> new AtomicLong()));
        responses.count(took, second());
        next.answered(carrier, bind, status, took);
    }

    @Override
    public void unheard(String carrier, String bind) {
        next.unheard(carrier, bind);
    }

    @Override
    public void bound(String carrier, String bind) {
        next.bound(carrier, bind);
    }

    @Override
    public void ended(String carrier, String bind, EndReason reason) {
        next.ended(carrier, bind, reason);
    }

    /** How it all stands now. */
    Traffic traffic() {
        long now = second();
        Map<String, Long> byStatus = new TreeMap<>();
        answered.forEach((status, count) -> byStatus.put(status, count.get()));
        return new Traffic(
                received.get(),
                receipts.get(),
                unreadable.get(),
                alerts.get(),
                Map.copyOf(byStatus),
                unanswered.get(),
                lastMessageAt,
                rate.over(1, now),
                rate.over(MINUTE, now),
                responses.within(0.5, now),
                responses.within(0.99, now),
                lags.within(0.95, now));
    }
}
