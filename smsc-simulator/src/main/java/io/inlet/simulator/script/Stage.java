package io.inlet.simulator.script;

import io.inlet.simulator.Handed;
import io.inlet.simulator.Heard;
import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSession;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The carrier as the steps of one run see it, and what they left. For one thread. */
final class Stage {
    private final ScriptedSmsc smsc;
    private Heard.Mark mark = Heard.Mark.START;
    private List<SmscSession> found = List.of();
    private @Nullable Handed last;

    Stage(ScriptedSmsc smsc) {
        this.smsc = smsc;
    }

    ScriptedSmsc smsc() {
        return smsc;
    }

    /** A deed begins: what is heard counts from here. */
    void deed() {
        mark = smsc.heard().mark();
        found = smsc.sessions();
    }

    void sent(Handed handed) {
        last = handed;
    }

    /** What the last deed had heard. */
    Heard.Mark mark() {
        return mark;
    }

    /** The sessions that the last deed found. */
    List<SmscSession> found() {
        return found;
    }

    /** The message sent last, or null. */
    @Nullable Handed last() {
        return last;
    }

    boolean isClosed() throws InterruptedException {
        return smsc.awaitClosed(Duration.ZERO);
    }
}
