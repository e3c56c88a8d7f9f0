package io.inlet.simulator.script;

import io.inlet.id.Counted;
import io.inlet.settings.Durations;
import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSession;
import io.inlet.simulator.script.Step.Target;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through scripts, on the calling thread. */
public final class ScriptRunner {
    private static final Logger log = LoggerFactory.getLogger(ScriptRunner.class);
    private static final Duration POLL = Duration.ofMillis(20);

    private final ScriptedSmsc smsc;

    public ScriptRunner(ScriptedSmsc smsc) {
        this.smsc = smsc;
    }

    /**
     * Goes through a script.
     *
     * @return false if the carrier was closed before its end, or something awaited did not come in
     *     time
     */
    public boolean run(Script script) throws InterruptedException {
        for (Step step : script.steps()) {
            if (smsc.awaitClosed(Duration.ZERO) || !run(step)) {
                return false;
            }
        }
        return true;
    }

    private boolean run(Step step) throws InterruptedException {
        return switch (step) {
            case Step.Wait wait -> !smsc.awaitClosed(wait.time());
            case Step.AwaitBinds binds -> awaitBinds(binds);
            case Step.AwaitAnswers answers -> awaitAnswers(answers);
            case Step.Send send -> done(() -> smsc.send(send.message()));
            case Step.RefuseBinds r -> done(() -> smsc.refuseBinds(r.status(), r.time()));
            case Step.Close close -> each(close.target(), SmscSession::close);
            case Step.Reset reset -> each(reset.target(), SmscSession::reset);
            case Step.Unbind unbind -> each(unbind.target(), ScriptRunner::unbind);
            case Step.EnquireLink link -> each(link.target(), ScriptRunner::enquireLink);
            case Step.IgnoreEnquireLinks ignore ->
                    each(ignore.target(), session -> session.ignoreEnquireLinks(ignore.time()));
            case Step.StopReading stop ->
                    each(stop.target(), session -> session.stopReading(stop.time()));
            case Step.SplitWrites split ->
                    each(
                            split.target(),
                            session -> session.splitWrites(split.octets(), split.gap()));
            case Step.Raw raw -> each(raw.target(), session -> session.write(raw.octets()));
        };
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the session closes when it is answered or late
    private static void unbind(SmscSession session) {
        session.unbind();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the session's timer watches over the answer
    private static void enquireLink(SmscSession session) {
        session.enquireLink();
    }

    private static boolean done(Runnable action) {
        action.run();
        return true;
    }

    private boolean each(Target target, Consumer<SmscSession> action) {
        List<SmscSession> bound = smsc.sessions();
        if (target.place() == 0) {
            bound.forEach(action);
        } else if (target.place() <= bound.size()) {
            action.accept(bound.get(target.place() - 1));
        } else {
            log.warn("session {} of the script is not bound; step left out", target.place());
        }
        return true;
    }

    private boolean awaitBinds(Step.AwaitBinds step) throws InterruptedException {
        boolean bound = smsc.awaitReceivers(step.count(), step.atMost());
        if (!bound) {
            log.warn(
                    "{} did not bind within {}",
                    Counted.of(step.count(), "session"),
                    Durations.write(step.atMost()));
        }
        return bound;
    }

    private boolean awaitAnswers(Step.AwaitAnswers step) throws InterruptedException {
        long deadline = System.nanoTime() + step.atMost().toNanos();
        while (!smsc.ledger().awaitSettled(POLL)) {
            if (smsc.awaitClosed(Duration.ZERO)) {
                return false;
            }
            if (System.nanoTime() - deadline >= 0) {
                log.warn("some answers did not come within {}", Durations.write(step.atMost()));
                return false;
            }
        }
        return true;
    }
}
