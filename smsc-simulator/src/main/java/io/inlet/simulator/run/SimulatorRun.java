package io.inlet.simulator.run;

import io.inlet.simulator.DeliveryObserver;
import io.inlet.simulator.LedgerCounts;
import io.inlet.simulator.Load;
import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.run.RunListener.Progress;
import io.inlet.simulator.run.RunSettings.LoadSettings;
import io.inlet.simulator.script.Script;
import io.inlet.simulator.script.ScriptReport;
import io.inlet.simulator.script.ScriptRunner;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * One run of the scripted carrier as a program: it listens, goes through its script, sends its
 * load, waits for the answers, closes. {@link #run} is called once; {@link #stop} by any thread.
 */
public final class SimulatorRun {
    private static final Duration FOREVER = Duration.ofDays(10_000);
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(1);

    private final RunSettings settings;
    private final RunListener listener;
    private final Latencies all = new Latencies();
    private final Latencies lastSecond = new Latencies();
    private volatile @Nullable ScriptReport report;
    private @Nullable ScriptedSmsc running;
    private boolean stopped;

    public SimulatorRun(RunSettings settings, RunListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Runs to the end, on the calling thread.
     *
     * @throws IOException if the ledger file cannot be used, or the port cannot be had
     */
    public RunSummary run() throws IOException, InterruptedException {
        List<DeliveryObserver> observers = new ArrayList<>(List.of(all, lastSecond));
        if (settings.ledger() == null) {
            return run(observers);
        }
        try (AcknowledgementFile file = AcknowledgementFile.open(settings.ledger())) {
            observers.add(file);
            return run(observers);
        }
    }

    /** Ends the run early; it still returns its summary. */
    public synchronized void stop() {
        stopped = true;
        if (running != null) {
            running.close();
        }
    }

    private RunSummary run(List<DeliveryObserver> observers)
            throws IOException, InterruptedException {
        Script script = settings.script();
        SmscSettings behaviour = script == null ? settings.smsc() : script.applied(settings.smsc());
        ScriptedSmsc smsc = ScriptedSmsc.start(behaviour, DeliveryObserver.all(observers));
        Sent sent;
        boolean settled;
        try (smsc) {
            started(smsc);
            listener.listening(smsc.port());
            sent = sendAll(smsc, script);
            settled = sent.completed && settle(smsc);
        }
        return summary(smsc, sent, settled);
    }

    private Sent sendAll(ScriptedSmsc smsc, @Nullable Script script)
            throws IOException, InterruptedException {
        LoadSettings load = settings.load();
        if (script == null && load == null) {
            smsc.awaitClosed(FOREVER);
        }
        if (script == null || load == null) {
            boolean scripted = script == null || follow(smsc, script);
            return scripted && load != null
                    ? send(smsc, load)
                    : new Sent(Duration.ZERO, 0, scripted && !smsc.awaitClosed(Duration.ZERO));
        }
        if (load.besideScript()) {
            return sendBeside(smsc, script, load);
        }
        return follow(smsc, script) ? send(smsc, load) : new Sent(Duration.ZERO, 0, false);
    }

    private boolean follow(ScriptedSmsc smsc, Script script) throws InterruptedException {
        report = new ScriptRunner(smsc).run(script);
        return report.completed();
    }

    private Sent sendBeside(ScriptedSmsc smsc, Script script, LoadSettings load)
            throws IOException, InterruptedException {
        var scripted = new FutureTask<>(() -> follow(smsc, script));
        Thread.ofVirtual().name("script").start(scripted);
        Sent sent = send(smsc, load);
        try {
            return new Sent(sent.time, sent.acknowledged, scripted.get() && sent.completed);
        } catch (ExecutionException e) {
            throw new IOException("the script ended early", e.getCause());
        }
    }

    private synchronized void started(ScriptedSmsc smsc) {
        running = smsc;
        if (stopped) {
            smsc.close();
        }
    }

    private record Sent(Duration time, long acknowledged, boolean completed) {}

    private Sent send(ScriptedSmsc smsc, LoadSettings load)
            throws IOException, InterruptedException {
        if (!smsc.awaitReceivers(load.binds(), load.bindsWithin())) {
            return new Sent(Duration.ZERO, 0, false);
        }
        long before = smsc.ledger().acknowledged();
        long start = System.nanoTime();
        Load sending = smsc.load(load.plan(), new LoadMessages(load.destinations(), load.sender()));
        boolean closed = follow(smsc, sending, start);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new Sent(took, smsc.ledger().acknowledged() - before, !closed);
    }

    // Progress once a second by the clock, and an eye on the end every few milliseconds.
    private boolean follow(ScriptedSmsc smsc, Load load, long start)
            throws IOException, InterruptedException {
        long next = start + PROGRESS_EVERY.toNanos();
        while (!load.made().isDone()) {
            if (smsc.awaitClosed(Duration.ofMillis(5))) {
                return true;
            }
            if (System.nanoTime() - next >= 0) {
                listener.progress(progress(smsc, Duration.ofNanos(System.nanoTime() - start)));
                next += PROGRESS_EVERY.toNanos();
            }
        }
        try {
            load.made().join();
        } catch (CompletionException e) {
            throw new IOException("the load ended early", e.getCause());
        }
        return false;
    }

    private Progress progress(ScriptedSmsc smsc, Duration elapsed) {
        LedgerCounts counts = smsc.ledger().counts();
        Duration p50 = lastSecond.percentile(0.50);
        Duration p99 = lastSecond.percentile(0.99);
        lastSecond.clear();
        return new Progress(
                elapsed,
                counts.sends(),
                counts.acknowledged(),
                counts.refusals(),
                counts.unanswered(),
                p50,
                p99);
    }

    private boolean settle(ScriptedSmsc smsc) throws InterruptedException {
        long deadline = System.nanoTime() + settings.settle().toNanos();
        while (!smsc.ledger().awaitSettled(Duration.ofMillis(20))) {
            if (smsc.awaitClosed(Duration.ZERO) || System.nanoTime() - deadline >= 0) {
                return false;
            }
        }
        return true;
    }

    private RunSummary summary(ScriptedSmsc smsc, Sent sent, boolean completed) {
        double seconds = sent.time.toNanos() / 1e9;
        return new RunSummary(
                smsc.ledger().counts(),
                sent.time,
                seconds == 0 ? 0 : sent.acknowledged / seconds,
                all.percentile(0.50),
                all.percentile(0.99),
                all.percentile(1),
                smsc.violations(),
                report,
                completed && (report == null || report.passed()));
    }
}
