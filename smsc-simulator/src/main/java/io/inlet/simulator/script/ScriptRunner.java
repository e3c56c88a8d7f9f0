package io.inlet.simulator.script;

import io.inlet.id.Counted;
import io.inlet.simulator.Chaos;
import io.inlet.simulator.Handed;
import io.inlet.simulator.ScriptedSmsc;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through one script, on the calling thread. Used once. */
public final class ScriptRunner {
    private static final Logger log = LoggerFactory.getLogger(ScriptRunner.class);
    private static final Duration POLL = Duration.ofMillis(20);

    private final ScriptedSmsc smsc;
    private final Stage stage;
    private final Deeds deeds;
    private final Judge judge;
    private final List<Supplier<ScriptReport.Row>> rows = new ArrayList<>();

    public ScriptRunner(ScriptedSmsc smsc) {
        this.smsc = smsc;
        this.stage = new Stage(smsc);
        this.deeds = new Deeds(stage);
        this.judge = new Judge(stage);
    }

    /**
     * Goes through a script: to its end, unless the carrier is closed before or something awaited
     * does not come in time. An expectation that does not hold ends nothing.
     */
    public ScriptReport run(Script script) throws InterruptedException {
        boolean completed = true;
        for (Line line : script.lines()) {
            completed = !stage.isClosed() && run(line);
            if (!completed) {
                break;
            }
        }
        return new ScriptReport(rows.stream().map(Supplier::get).toList(), completed);
    }

    private boolean run(Line line) throws InterruptedException {
        return switch (line.step()) {
            case Step.Declaration _ -> true;
            case Step.Pause pause -> pause(line, pause);
            case Step.CarrierDeed deed -> {
                stage.deed();
                yield note(line, deed(deed));
            }
            case Step.SessionDeed deed -> {
                stage.deed();
                yield note(line, done(deeds.toSessions(deed)));
            }
        };
    }

    private boolean pause(Line line, Step.Pause pause) throws InterruptedException {
        return switch (pause) {
            case Step.Wait(Duration time) -> !smsc.awaitClosed(time);
            case Step.AwaitBinds(int count, Duration atMost) ->
                    awaited(line, smsc.awaitReceivers(count, atMost));
            case Step.AwaitAnswers(Duration atMost) -> awaited(line, awaitAnswers(atMost));
            case Step.Expect(Expectation expectation) -> expect(line, expectation);
            case Step.Mayhem mayhem -> mayhem(line, mayhem);
        };
    }

    /** What came of a deed, told when the script is through, and whether it could be done. */
    private record Outcome(Supplier<String> told, boolean holds) {
        static final Outcome DONE = new Outcome(() -> "done", true);
    }

    private Outcome deed(Step.CarrierDeed deed) {
        switch (deed) {
            case Step.Send send -> {
                return sent(deeds.send(send));
            }
            case Step.RefuseBinds(int status, Duration time) -> smsc.refuseBinds(status, time);
            case Step.RefuseNextBinds(int count, int status) -> smsc.refuseNextBinds(count, status);
            case Step.IgnoreBinds(Duration time) -> smsc.ignoreBinds(time);
            case Step.DelayBinds(Duration delay, Duration time) -> smsc.delayBinds(delay, time);
            case Step.Outbind outbind -> {
                return outbind(outbind);
            }
        }
        return Outcome.DONE;
    }

    private Outcome sent(@Nullable Handed handed) {
        if (handed == null) {
            return done(0);
        }
        stage.sent(handed);
        return new Outcome(() -> Outcomes.of(smsc.ledger(), handed), true);
    }

    private Outcome outbind(Step.Outbind outbind) {
        InetSocketAddress esme =
                new InetSocketAddress(outbind.esme().getHostString(), outbind.esme().getPort());
        try {
            smsc.outbind(esme, outbind.account());
            return Outcome.DONE;
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            return new Outcome(() -> reason, false);
        }
    }

    private static Outcome done(int sessions) {
        return sessions == 0 ? new Outcome(() -> "no such session is bound", false) : Outcome.DONE;
    }

    private boolean note(Line line, Outcome outcome) {
        rows.add(() -> row(line, outcome.told().get(), outcome.holds()));
        return true;
    }

    private static ScriptReport.Row row(Line line, String outcome, boolean holds) {
        return new ScriptReport.Row(line.number(), line.shown(), outcome, holds);
    }

    private boolean expect(Line line, Expectation expectation) throws InterruptedException {
        Judge.Verdict verdict = judge.judge(expectation);
        rows.add(() -> row(line, verdict.found(), verdict.holds()));
        return true;
    }

    private boolean mayhem(Line line, Step.Mayhem mayhem) throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        Consumer<String> told =
                what -> {
                    count.incrementAndGet();
                    log.info("{}", what);
                };
        boolean open =
                new Chaos(smsc, mayhem.seed(), mayhem.choices(), told)
                        .run(mayhem.every(), mayhem.time());
        rows.add(() -> row(line, Counted.of(count.get(), "deed"), true));
        return open;
    }

    private boolean awaited(Line line, boolean came) {
        rows.add(() -> row(line, came ? "came" : "did not come in time: see inlet binds", came));
        return came;
    }

    private boolean awaitAnswers(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!smsc.ledger().awaitSettled(POLL)) {
            if (stage.isClosed() || System.nanoTime() - deadline >= 0) {
                return false;
            }
        }
        return true;
    }
}
