package io.inlet.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What became of each segment that the carrier was to send. Segments are numbered from 0 in the
 * order in which they were handed over. Holds millions. Any thread may read; only the carrier
 * writes.
 */
public final class Ledger {
    private final SegmentTable table = new SegmentTable();
    private final long[] counts = new long[SegmentState.COUNT];
    private final Map<Integer, Long> refusals = new TreeMap<>();
    private long sends;

    Ledger() {}

    /** Segments answered with ESME_ROK. */
    public long acknowledged() {
        return count(SegmentState.ACKNOWLEDGED);
    }

    /** Segments whose answer did not come, waiting to be sent again. */
    public long unanswered() {
        return count(SegmentState.UNANSWERED);
    }

    /** Segments refused for good. */
    public long lost() {
        return count(SegmentState.LOST);
    }

    /** How many segments are in a state. */
    public synchronized long count(SegmentState state) {
        return counts[state.code()];
    }

    /** All figures at once. */
    public synchronized LedgerCounts counts() {
        return new LedgerCounts(
                table.size(),
                count(SegmentState.NEVER_SENT),
                count(SegmentState.IN_FLIGHT),
                count(SegmentState.ACKNOWLEDGED),
                count(SegmentState.REFUSED),
                count(SegmentState.LOST),
                count(SegmentState.UNANSWERED),
                sends,
                refusals.values().stream().mapToLong(Long::longValue).sum());
    }

    /** How often each command_status other than ESME_ROK was answered, repeated ones included. */
    public synchronized Map<Integer, Long> refusals() {
        return Map.copyOf(refusals);
    }

    /**
     * Where a segment stands.
     *
     * @throws IndexOutOfBoundsException if no such segment was handed over
     */
    public synchronized SegmentState state(long segment) {
        return table.state(segment);
    }

    /** The command_status of its last answer; 0 if it was ESME_ROK or did not come. */
    public synchronized int status(long segment) {
        return table.status(segment);
    }

    /** The numbers of all segments in a state, ascending. */
    public synchronized List<Long> segments(SegmentState state) {
        return LongStream.range(0, table.size())
                .filter(segment -> table.state(segment) == state)
                .boxed()
                .toList();
    }

    /**
     * Waits until every segment handed over so far is acknowledged or lost. What a load has yet to
     * make does not count: wait for {@link Load#made} first.
     *
     * @return false if it took longer
     */
    public synchronized boolean awaitSettled(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!isSettled()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return true;
    }

    private boolean isSettled() {
        return table.size() == count(SegmentState.ACKNOWLEDGED) + count(SegmentState.LOST);
    }

    /** Takes segments in; returns the number of the first. */
    synchronized long hand(int segments) {
        long first = table.size();
        table.grow(segments);
        counts[SegmentState.NEVER_SENT.code()] += segments;
        return first;
    }

    synchronized void sent(long segment) {
        sends++;
        move(segment, SegmentState.IN_FLIGHT, 0);
    }

    synchronized void answered(long segment, SegmentState state, int status) {
        if (status != 0) {
            refusals.merge(status, 1L, Long::sum);
        }
        move(segment, state, status);
    }

    synchronized void unanswered(long segment) {
        move(segment, SegmentState.UNANSWERED, 0);
    }

    private synchronized void move(long segment, SegmentState state, int status) {
        counts[table.state(segment).code()]--;
        counts[state.code()]++;
        table.set(segment, state, status);
        if (isSettled()) {
            notifyAll();
        }
    }
}
