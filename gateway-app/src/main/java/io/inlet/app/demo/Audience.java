package io.inlet.app.demo;

import io.inlet.app.demo.Lessee.Reading;
import io.inlet.simulator.Handed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Compares what lessees read with what they were to read. Any thread. */
final class Audience {
    /** What goes out when the leases have ended is read by nobody. */
    private static final int MOST_AWAITED = 100;

    private final SendTimes times;
    private final Table table;
    private final SequencedMap<String, Line> awaited = new LinkedHashMap<>();
    private final Map<Line, Handed> handed = new HashMap<>();
    private final List<Reading> surprises = new ArrayList<>();
    private final int expected;
    private final int hidden;
    private final CountDownLatch missing;

    Audience(List<Line> lines, SendTimes times, Table table) {
        this.times = times;
        this.table = table;
        for (Line line : lines) {
            if (line.expected() != null) {
                awaited.put(place(line.expected().number(), line.expected().text()), line);
            }
        }
        this.expected = awaited.size();
        this.hidden = lines.size() - expected;
        this.missing = new CountDownLatch(expected);
    }

    /**
     * Lets the carrier send a line, perhaps one that was not there at the beginning. Who reads it
     * meanwhile waits until it is known what was sent.
     */
    synchronized void follow(Line line, Supplier<Handed> send) {
        Line.Expected expected = line.expected();
        if (expected != null) {
            awaited.put(place(expected.number(), expected.text()), line);
            forgetEldest();
        }
        handed.put(line, send.get());
    }

    synchronized void read(Reading reading) {
        Line line = awaited.remove(place(reading.number(), reading.text()));
        if (line == null || !isAsExpected(line, reading)) {
            surprises.add(reading);
            table.surprise(reading);
            return;
        }
        Handed segments = handed.remove(line);
        long sent =
                segments == null
                        ? Long.MAX_VALUE
                        : times.last(segments.firstSegment(), segments.segments());
        table.row(line, reading, Duration.ofNanos(Math.max(0, reading.nanos() - sent)));
        missing.countDown();
    }

    /** Waits until everything was read; false if it took longer. */
    boolean await(Duration atMost) throws InterruptedException {
        return missing.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized boolean sawNothingElse() {
        return surprises.isEmpty();
    }

    synchronized void report(boolean complete) {
        awaited.values().forEach(table::missing);
        table.foot(
                complete && surprises.isEmpty()
                        ? "all %d messages were read as expected; %d were shown to nobody, as they should"
                                .formatted(expected, hidden)
                        : "%d of %d messages did not come out as expected"
                                .formatted(awaited.size() + surprises.size(), expected));
    }

    private void forgetEldest() {
        if (awaited.size() > MOST_AWAITED) {
            Line eldest = awaited.pollFirstEntry().getValue();
            handed.remove(eldest);
        }
    }

    private static boolean isAsExpected(Line line, Reading reading) {
        Line.Expected expected = line.expected();
        return expected != null
                && Objects.equals(expected.code(), reading.code())
                && expected.sender().equals(reading.sender());
    }

    private static String place(String number, String text) {
        return number + " " + text;
    }
}
