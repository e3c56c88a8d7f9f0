package io.inlet.simulator;

import java.util.ArrayList;
import java.util.List;

/** State and last command_status of many segments, four octets each. Not for two threads. */
final class SegmentTable {
    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int STATE_SHIFT = 28;
    private static final int STATUS_MASK = (1 << STATE_SHIFT) - 1;

    private final List<int[]> chunks = new ArrayList<>();
    private long size;

    long size() {
        return size;
    }

    /** Adds segments that were never sent. */
    void grow(int segments) {
        size += segments;
        while (size > (long) chunks.size() * CHUNK) {
            chunks.add(new int[CHUNK]);
        }
    }

    SegmentState state(long segment) {
        return SegmentState.of(entry(segment) >>> STATE_SHIFT);
    }

    int status(long segment) {
        return entry(segment) & STATUS_MASK;
    }

    void set(long segment, SegmentState state, int status) {
        chunks.get((int) (segment >> CHUNK_BITS))[(int) segment & (CHUNK - 1)] =
                (state.code() << STATE_SHIFT) | (status & STATUS_MASK);
    }

    private int entry(long segment) {
        if (segment < 0 || segment >= size) {
            throw new IndexOutOfBoundsException("segment " + segment + " of " + size);
        }
        return chunks.get((int) (segment >> CHUNK_BITS))[(int) segment & (CHUNK - 1)];
    }
}
