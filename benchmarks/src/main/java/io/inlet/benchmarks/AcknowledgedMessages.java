package io.inlet.benchmarks;

import io.inlet.simulator.DeliveryObserver;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Which messages the carrier holds to be delivered, and how long that took. Any thread. */
final class AcknowledgedMessages implements DeliveryObserver {
    private final BitSet messages = new BitSet();
    private final Histogram micros = new Histogram(3);
    private long count;

    /** Forgets the latencies so far; returns how many messages were acknowledged so far. */
    synchronized long begin() {
        micros.reset();
        return count;
    }

    @Override
    public synchronized void answered(Answer answer) {
        if (answer.status() == 0) {
            long nanos = answer.answeredNanos() - answer.intendedNanos();
            micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos)));
        }
    }

    @Override
    public synchronized void acknowledged(long message) {
        messages.set(Math.toIntExact(message));
        count++;
        notifyAll();
    }

    /** Waits until so many messages were acknowledged; false if that takes too long. */
    synchronized boolean await(long wanted, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); count < wanted && left > 0; ) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
        return count >= wanted;
    }

    synchronized Latency response() {
        return Latency.of(micros);
    }

    /** One bit for each message, as {@link BitSet#valueOf(byte[])} reads it. */
    synchronized byte[] toOctets() {
        return messages.toByteArray();
    }
}
