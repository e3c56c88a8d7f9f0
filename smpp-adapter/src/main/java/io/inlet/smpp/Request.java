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
        /**
         * Nothing stands in the way of taking a second copy for a message of its own: ESME_ROK left
         * in time, or nothing was stored that a second copy could repeat.
         */
        CLEAR,
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
        if (!Verdict.isStored(disposition)) {
            fate = Verdict.isKnown(disposition) ? Fate.CLEAR : Fate.DOUBTFUL;
        } else {
            fate = took.compareTo(budget) <= 0 ? Fate.CLEAR : Fate.DOUBTFUL;
        }
        return took;
    }

    /** Gives up on knowing. */
    void forsake() {
        fate = Fate.DOUBTFUL;
    }

    int status() {
        return status;
    }

    Fate fate() {
        return fate;
    }
}
