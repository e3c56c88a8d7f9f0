package io.inlet.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one session sent and has no answer to, oldest first. Owned by the event loop. */
final class Window {
    private final int size;
    private final Map<Integer, OutgoingSegment> open = new LinkedHashMap<>();
    private volatile int openSeen;

    Window(int size) {
        this.size = size;
    }

    boolean hasRoom() {
        return open.size() < size;
    }

    void add(int sequence, OutgoingSegment segment) {
        open.put(sequence, segment);
        openSeen = open.size();
    }

    @Nullable OutgoingSegment remove(int sequence) {
        OutgoingSegment segment = open.remove(sequence);
        openSeen = open.size();
        return segment;
    }

    /** Takes out what was sent before an instant. */
    List<OutgoingSegment> removeSentBefore(long nanos) {
        List<OutgoingSegment> late = new ArrayList<>();
        var each = open.values().iterator();
        while (each.hasNext()) {
            OutgoingSegment segment = each.next();
            if (segment.sentNanos - nanos >= 0) {
                break;
            }
            late.add(segment);
            each.remove();
        }
        openSeen = open.size();
        return late;
    }

    List<OutgoingSegment> removeAll() {
        List<OutgoingSegment> all = new ArrayList<>(open.values());
        open.clear();
        openSeen = 0;
        return all;
    }

    /** How many are open; any thread may ask. */
    int inFlight() {
        return openSeen;
    }
}
