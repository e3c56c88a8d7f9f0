package io.inlet.simulator.script;

import io.inlet.simulator.Handed;
import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSession;
import io.inlet.simulator.script.Step.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does what a step says to sessions. For the thread of the run. */
final class Deeds {
    private final Stage stage;

    Deeds(Stage stage) {
        this.stage = stage;
    }

    /** Sends a message; null if its session is not bound. */
    @Nullable Handed send(Step.Send send) {
        ScriptedSmsc smsc = stage.smsc();
        if (send.moment() != null) {
            return smsc.sendAtBind(send.moment(), send.message());
        }
        if (send.over().place() == 0) {
            return smsc.send(send.message());
        }
        List<SmscSession> meant = meant(send.over());
        return meant.isEmpty() ? null : smsc.sendOver(meant.getFirst(), send.message());
    }

    /** Does it to each session that it means; returns how many these were. */
    int toSessions(Step.SessionDeed deed) {
        List<SmscSession> meant = meant(deed.target());
        meant.forEach(session -> act(session, deed));
        return meant.size();
    }

    private static void act(SmscSession session, Step.SessionDeed deed) {
        switch (deed) {
            case Step.Close _ -> session.close();
            case Step.Reset _ -> session.reset();
            case Step.Unbind _ -> unbind(session);
            case Step.EnquireLink link -> enquireLink(session, link.times());
            case Step.IgnoreEnquireLinks ignore -> session.ignoreEnquireLinks(ignore.time());
            case Step.StopReading stop -> session.stopReading(stop.time());
            case Step.ReadSlowly slow -> session.readSlowly(slow.octets(), slow.gap(), slow.time());
            case Step.GoSilent silent -> session.goSilent(silent.time());
            case Step.HoldWrites _ -> session.holdWrites();
            case Step.ReleaseWrites _ -> session.releaseWrites();
            case Step.BreakOff off -> session.breakOffAfter(off.octets());
            case Step.SplitWrites split -> session.splitWrites(split.octets(), split.gap());
            case Step.Raw raw -> session.write(raw.octets());
            case Step.AnyPdu pdu -> session.writePdu(pdu.commandId(), pdu.status(), pdu.body());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the session closes when it is answered or late
    private static void unbind(SmscSession session) {
        session.unbind();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the session's timer watches over the answers
    private static void enquireLink(SmscSession session, int times) {
        for (int i = 0; i < times; i++) {
            session.enquireLink();
        }
    }

    private List<SmscSession> meant(Target target) {
        List<SmscSession> bound = stage.smsc().sessions();
        if (target.place() == 0) {
            return bound;
        }
        return target.place() <= bound.size() ? List.of(bound.get(target.place() - 1)) : List.of();
    }
}
