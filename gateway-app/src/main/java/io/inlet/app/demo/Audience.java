package io.inlet.app.demo;

import io.inlet.app.demo.Lessee.Reading;
import io.inlet.simulator.Handed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Compares what lessees read with what they were to read. Lessees' threads call it. */
final class Audience {
    private final SendTimes times;
    private final Table table;
    private final Map<String, Line> awaited = new HashMap<>();
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

    /** Notes what the carrier was given to send. */
    synchronized void sent(Line line, Handed segments) {
        handed.put(line, segments);
    }

    synchronized void read(Reading reading) {
        Line line = awaited.remove(place(reading.number(), reading.text()));
        if (line == null || !isAsExpected(line, reading)) {
            surprises.add(reading);
            table.surprise(reading);
            return;
        }
        Handed segments = handed.get(line);
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
