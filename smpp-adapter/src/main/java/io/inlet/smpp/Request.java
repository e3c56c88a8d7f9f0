package io.inlet.smpp;

import io.inlet.intake.Disposition;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deliver_sm or data_sm that has been handed to the intake. Owned by its session's event loop,
 * but for {@link #disposed}, which the intake calls once.
 */
final class Request {
    /** What is known of its answer. */
    enum Fate {
        /** Not answered, or the answer is still in our hands. */
        OPEN,
        /** Its ESME_ROK left in time. */
        CLEAR,
        /** It was refused, and certainly not stored: there is nothing that could be repeated. */
        NOT_STORED,
        /** It may be stored, and the carrier may not have heard so. */
        DOUBTFUL
    }

    final int commandId;
    final int sequence;
    final int octets;
    final Instant arrival;
    private final long arrivedNanos;

    private @Nullable Disposition disposition;
    private int status;
    private Fate fate = Fate.OPEN;

    Request(Frame.Pdu pdu, Instant arrival, long arrivedNanos) {
        this.commandId = pdu.commandId();
        this.sequence = pdu.sequenceNumber();
        this.octets = pdu.pdu().length();
        this.arrival = arrival;
        this.arrivedNanos = arrivedNanos;
    }

    /** What became of it, or null if the intake failed; a queue hands it to the event loop. */
    void disposed(@Nullable Disposition what) {
        disposition = what;
    }

    /** Chooses its answer. */
    int judge(Verdict verdict) {
        status = verdict.status(disposition);
        return status;
    }

    /**
     * The network has its answer.
     *
     * @return from the last octet of the request until now
     */
    Duration written(long nowNanos, Duration budget) {
        Duration took = Duration.ofNanos(nowNanos - arrivedNanos);
        if (Verdict.isKnownNotToBeStored(disposition)) {
            fate = Fate.NOT_STORED;
        } else {
            boolean inTime = took.compareTo(budget) <= 0;
            fate = inTime && status == CommandStatus.ESME_ROK ? Fate.CLEAR : Fate.DOUBTFUL;
        }
        return took;
    }

    /** Whether its fate is known, or no answer would be in time any more. */
    boolean isSettled(long nowNanos, Duration budget) {
        return fate != Fate.OPEN || nowNanos - arrivedNanos > budget.toNanos();
    }

    int status() {
        return status;
    }

    Fate fate() {
        return fate;
    }
}
