package io.inlet.smpp;

import io.netty.channel.Channel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The course of one session through its phases, each but the bound one with its deadline, and how
 * it ends. Owned by the session's event loop.
 */
final class Course {
    /** How long the last answers may hold up a farewell, and a farewell the close. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final BindTimers timers;
    private final Channel channel;
    private final FrameWriter writer;
    private final Answers answers;
    private final LinkCheck link;
    private final ReadGate gate;

    private Phase phase = Phase.CONNECTING;
    private long deadlineNanos;
    private long boundNanos;
    private long messageNanos;
    private boolean wasBound;
    private int lastSequence;
    private @Nullable Integer unbindToAnswer;
    private @Nullable EndReason endReason;
    private String endDetail = "";
    private @Nullable Phase endPhase;

    /** What a session is made of, as far as its course needs it. */
    record Parts(FrameWriter writer, Answers answers, LinkCheck link, ReadGate gate) {}

    Course(BindTimers timers, Channel channel, Parts parts) {
        this.timers = timers;
        this.channel = channel;
        this.writer = parts.writer;
        this.answers = parts.answers;
        this.link = parts.link;
        this.gate = parts.gate;
        enter(Phase.CONNECTING, timers.connect());
    }

    Phase phase() {
        return phase;
    }

    /** The connection stands, and TLS is agreed on within what is left of the connect timer. */
    void handshake() {
        phase = Phase.HANDSHAKING;
    }

    /** All is ready for SMPP: asks for the session. */
    void bind(BindRequest request) {
        enter(Phase.BINDING, timers.bindResponse());
        request.writeTo(writer, nextSequence());
        answers.flush();
    }

    /** The carrier has granted it. */
    void bound() {
        phase = Phase.BOUND;
        wasBound = true;
        boundNanos = System.nanoTime();
        messageNanos = boundNanos;
        link.start(boundNanos);
    }

    /** A message came, or a part of one. */
    void messageCame(long now) {
        messageNanos = now;
    }

    /** Whether no message has come for so long, if that is anything at all. */
    boolean isInactive(long now, Duration time) {
        return phase == Phase.BOUND && time.isPositive() && now - messageNanos > time.toNanos();
    }

    /** Looks at the time. */
    void tick(long now) {
        if (gate.isWithinPduFor(timers.pduRead(), now)) {
            end(EndReason.PDU_READ_TIMEOUT, "");
        } else if (answers.isStuckFor(timers.write(), now)) {
            end(EndReason.WRITE_TIMEOUT, "");
        } else if (phase == Phase.BOUND) {
            checkLink(now);
        } else {
            move(now);
        }
    }

    /** All of a read is taken: a farewell need not wait for the next look at the time. */
    void readComplete() {
        if (phase == Phase.PARTING) {
            move(System.nanoTime());
        }
    }

    private void checkLink(long now) {
        if (gate.isPaused()) {
            return;
        }
        switch (link.check(now, gate.lastHeardNanos())) {
            case FINE -> {}
            case DUE -> request(CommandId.ENQUIRE_LINK, now);
            case DEAD -> end(EndReason.ENQUIRE_LINK_TIMEOUT, "");
        }
    }

    private void move(long now) {
        boolean late = now - deadlineNanos > 0;
        switch (phase) {
            case CONNECTING, BOUND -> {}
            case HANDSHAKING -> {
                if (late) {
                    end(EndReason.TLS_HANDSHAKE_TIMEOUT, "");
                }
            }
            case BINDING -> {
                if (late) {
                    end(EndReason.BIND_TIMEOUT, "");
                }
            }
            case DRAINING -> {
                if (late || answers.isDone()) {
                    unbind(now);
                }
            }
            case UNBINDING -> {
                if (late) {
                    endDetail = "no answer to unbind";
                    close();
                }
            }
            case PARTING -> {
                if (late || answers.isDone()) {
                    sayFarewell();
                }
            }
            case CLOSING -> {
                if (late) {
                    close();
                }
            }
        }
    }

    /** The gateway wants the session to end: the last answers, then unbind, then the close. */
    void leave(EndReason reason) {
        if (phase == Phase.DRAINING && reason.isHurried()) {
            unbind(System.nanoTime());
        }
        if (phase.isLeaving()) {
            return;
        }
        if (phase == Phase.BOUND) {
            note(reason, "");
            gate.pause(ReadGate.Reason.STOPPING);
            awaitAnswers(Phase.DRAINING, patience(reason));
            move(System.nanoTime());
        } else {
            end(reason, "");
        }
    }

    private Duration patience(EndReason reason) {
        return reason.isHurried() ? Duration.ZERO : timers.responseBudget();
    }

    private void unbind(long now) {
        enter(Phase.UNBINDING, timers.unbind());
        request(CommandId.UNBIND, now);
        gate.resume(ReadGate.Reason.STOPPING);
    }

    // The answer to unbind proves as much as that to enquire_link.
    private void request(int commandId, long now) {
        int sequence = nextSequence();
        writer.header(commandId, 0, sequence);
        link.sent(sequence, now);
        answers.flush();
    }

    /** The carrier has answered our unbind. */
    void unbindAnswered() {
        if (phase == Phase.UNBINDING) {
            close();
        }
    }

    /**
     * The session ends by the carrier's doing, after the last answers.
     *
     * @param unbind the sequence_number of its unbind, answered last of all, or null
     */
    void part(EndReason reason, String detail, @Nullable Integer unbind) {
        note(reason, detail);
        awaitAnswers(Phase.PARTING, FAREWELL);
        if (unbind != null) {
            unbindToAnswer = unbind;
        }
    }

    private void awaitAnswers(Phase next, Duration atMost) {
        enter(next, atMost);
        answers.onDone(() -> move(System.nanoTime()));
    }

    private void sayFarewell() {
        enter(Phase.CLOSING, FAREWELL);
        if (unbindToAnswer != null) {
            writer.header(CommandId.UNBIND | CommandId.RESPONSE, 0, unbindToAnswer);
        }
        answers.flushAndClose();
    }

    /** The session ends at once. The first reason given is the one that counts. */
    void end(EndReason reason, String detail) {
        note(reason, detail);
        close();
    }

    private void note(EndReason reason, String detail) {
        if (endReason == null) {
            endReason = reason;
            endDetail = detail;
            endPhase = phase;
        }
    }

    private void close() {
        var _ = channel.close();
    }

    /** The channel is closed: how and why. */
    Session.End ended(long now) {
        EndReason reason = endReason == null ? EndReason.CARRIER_CLOSED : endReason;
        Duration boundFor = wasBound ? Duration.ofNanos(now - boundNanos) : Duration.ZERO;
        return new Session.End(reason, endPhase == null ? phase : endPhase, boundFor, endDetail);
    }

    private void enter(Phase next, Duration atMost) {
        phase = next;
        deadlineNanos = System.nanoTime() + atMost.toNanos();
    }

    // 1 to 0x7FFFFFFF (section 5.1.4).
    private int nextSequence() {
        lastSequence = lastSequence == Integer.MAX_VALUE ? 1 : lastSequence + 1;
        return lastSequence;
    }
}
