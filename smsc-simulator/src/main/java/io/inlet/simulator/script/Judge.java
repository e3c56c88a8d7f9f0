package io.inlet.simulator.script;

import io.inlet.simulator.CommandStatus;
import io.inlet.simulator.Handed;
import io.inlet.simulator.Heard;
import io.inlet.simulator.Ledger;
import io.inlet.simulator.SegmentState;
import io.inlet.simulator.SmscSession;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Decides whether expectations hold, on the thread of the run. */
final class Judge {
    private static final Duration POLL = Duration.ofMillis(10);

    private final Stage stage;

    Judge(Stage stage) {
        this.stage = stage;
    }

    /** What an expectation came to. */
    record Verdict(boolean holds, String found) {}

    Verdict judge(Expectation expectation) throws InterruptedException {
        return switch (expectation) {
            case Expectation.Answered answered -> answered(answered);
            case Expectation.Came came -> came(came);
            case Expectation.Absent(int commandId, Duration watch) ->
                    never(() -> heard().since(stage.mark(), commandId) > 0, watch);
            case Expectation.Unanswered(Duration watch) ->
                    never(() -> heard().responsesSince(stage.mark()) > 0, watch);
            case Expectation.SessionCount(int count, Duration within) ->
                    new Verdict(
                            comes(() -> stage.smsc().sessions().size() == count, within),
                            sessions());
            case Expectation.SessionsAtMost(int count, Duration watch) ->
                    new Verdict(
                            !comes(() -> stage.smsc().sessions().size() > count, watch),
                            sessions());
            case Expectation.Closed(Duration within) ->
                    verdict(comes(this::allClosed, within), "closed", "still connected");
        };
    }

    private Verdict answered(Expectation.Answered expected) throws InterruptedException {
        Handed handed = stage.last();
        if (handed == null) {
            return new Verdict(false, "no message was sent before");
        }
        boolean holds = comes(() -> isAnswered(handed, expected.status()), expected.within());
        return new Verdict(holds, Outcomes.of(stage.smsc().ledger(), handed));
    }

    private boolean isAnswered(Handed handed, int status) {
        Ledger ledger = stage.smsc().ledger();
        for (int i = 0; i < handed.segments(); i++) {
            SegmentState state = ledger.state(handed.firstSegment() + i);
            boolean acknowledged = state == SegmentState.ACKNOWLEDGED;
            boolean refused = state == SegmentState.LOST || state == SegmentState.REFUSED;
            boolean as =
                    status == CommandStatus.ESME_ROK.code()
                            ? acknowledged
                            : refused && ledger.status(handed.firstSegment() + i) == status;
            if (!as) {
                return false;
            }
        }
        return true;
    }

    private Verdict came(Expectation.Came expected) throws InterruptedException {
        boolean holds = comes(() -> count(expected) >= expected.times(), expected.within());
        return new Verdict(holds, count(expected) + " came");
    }

    private long count(Expectation.Came expected) {
        Integer status = expected.status();
        return status == null
                ? heard().since(stage.mark(), expected.commandId())
                : heard().since(stage.mark(), expected.commandId(), status);
    }

    private boolean allClosed() {
        return stage.found().stream().noneMatch(SmscSession::isConnected);
    }

    private Verdict never(BooleanSupplier condition, Duration watch) throws InterruptedException {
        return verdict(!comes(condition, watch), "none came", "one came");
    }

    private static Verdict verdict(boolean holds, String yes, String no) {
        return new Verdict(holds, holds ? yes : no);
    }

    private String sessions() {
        return stage.smsc().sessions().size() + " bound";
    }

    private Heard heard() {
        return stage.smsc().heard();
    }

    // Looks once more when the time is up, so that a slow machine is not to blame.
    private boolean comes(BooleanSupplier condition, Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0 || stage.smsc().awaitClosed(POLL)) {
                return condition.getAsBoolean();
            }
        }
        return true;
    }
}
