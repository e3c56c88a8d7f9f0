package io.inlet.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Requests of the carrier other than deliver_sm that wait for their answer. Event loop only. */
final class Controls {
    private final Map<Integer, Control> open = new HashMap<>();

    private record Control(long sentNanos, CompletableFuture<Duration> answer) {}

    void add(int sequence, CompletableFuture<Duration> answer) {
        open.put(sequence, new Control(System.nanoTime(), answer));
    }

    /** Notes an answer; false if nothing waits for it. */
    boolean answered(int sequence) {
        Control control = open.remove(sequence);
        if (control == null) {
            return false;
        }
        control.answer.complete(Duration.ofNanos(System.nanoTime() - control.sentNanos));
        return true;
    }

    /** Whether anything was sent before an instant and has no answer. */
    boolean isAnyOlderThan(long nanos) {
        return open.values().stream().anyMatch(control -> control.sentNanos - nanos < 0);
    }

    void failAll() {
        var failure = new IOException("the session ended first");
        open.values().forEach(control -> control.answer.completeExceptionally(failure));
        open.clear();
    }
}
