package io.inlet.app;

import io.inlet.simulator.run.RunListener;
import io.inlet.simulator.run.RunSummary;
import io.inlet.simulator.script.ScriptReport;
import java.io.PrintWriter;
import java.time.Duration;

/** Tells a person how a run of the scripted carrier goes. */
record SimulationNarrator(PrintWriter out) implements RunListener {
    @Override
    public void listening(int port) {
        out.printf("listening on 127.0.0.1:%d%n", port);
        out.flush();
    }

    @Override
    public void progress(Progress now) {
        out.printf(
                "%4d s  sent %,d  acknowledged %,d  refused %,d  unanswered %,d  p50 %.1f ms  p99 %.1f ms%n",
                now.elapsed().toSeconds(),
                now.sent(),
                now.acknowledged(),
                now.refused(),
                now.unanswered(),
                millis(now.p50()),
                millis(now.p99()));
        out.flush();
    }

    /** What the run came to. */
    void tell(RunSummary summary) {
        if (summary.script() != null) {
            table(summary.script());
        }
        out.printf(
                "acknowledged %,d of %,d (%,.0f a second), refused for good %,d, without an answer %,d; p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                summary.counts().acknowledged(),
                summary.counts().handed(),
                summary.acknowledgedPerSecond(),
                summary.counts().lost(),
                summary.counts().unanswered(),
                millis(summary.p50()),
                millis(summary.p99()),
                millis(summary.most()));
        summary.violations()
                .forEach(violation ->
                        out.println("the gateway sent what it must not: " + violation));
        out.flush();
    }

    private void table(ScriptReport report) {
        for (ScriptReport.Row row : report.rows()) {
            out.printf(
                    "%s  line %-3d  %-60s  %s%n",
                    row.holds() ? "ok  " : "FAIL", row.line(), row.step(), row.outcome());
        }
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
