package io.inlet.app.demo;

import io.inlet.app.demo.Lessee.Reading;
import java.io.PrintWriter;
import java.time.Duration;

/** Prints readings as rows. For one thread at a time. */
final class Table {
    private static final String ROW = "  %-14s  %-10s  %-7s  %8s  %-34s  %s%n";
    private static final int TEXT = 60;

    private final PrintWriter out;

    Table(PrintWriter out) {
        this.out = out;
    }

    void head() {
        out.printf(ROW, "NUMBER", "SENDER", "CODE", "AFTER", "CAME AS", "TEXT");
        out.flush();
    }

    /**
     * One message.
     *
     * @param after from its last PDU to its reader; only shown for what answered a wait
     */
    void row(Line line, Reading reading, Duration after) {
        String code = reading.code();
        out.printf(
                ROW,
                reading.number(),
                reading.sender(),
                code == null ? "-" : code,
                reading.awaited() ? after.toMillis() + " ms" : "listed",
                line.shape(),
                shortened(reading.text()));
        out.flush();
    }

    void surprise(Reading reading) {
        String code = reading.code();
        out.printf(
                ROW,
                reading.number(),
                reading.sender(),
                code == null ? "-" : code,
                "",
                "NOT EXPECTED SO",
                shortened(reading.text()));
        out.flush();
    }

    void missing(Line line) {
        out.printf(ROW, "", "", "", "", "MISSING: " + line.shape(), "");
    }

    void foot(String summary) {
        out.printf("%n  %s%n", summary);
        out.flush();
    }

    private static String shortened(String text) {
        int end = text.offsetByCodePoints(0, Math.min(TEXT, text.codePointCount(0, text.length())));
        return end == text.length() ? text : text.substring(0, end) + "…";
    }
}
