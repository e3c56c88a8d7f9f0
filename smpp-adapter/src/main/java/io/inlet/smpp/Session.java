package io.inlet.smpp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a carrier, from the TCP handshake to its close, and the answers of SMPP 3.4 to
 * all that comes. It is there before the bind is sent, since a deliver_sm may come in the same
 * octets as bind_resp. Its event loop alone calls it.
 */
final class Session extends ChannelInboundHandlerAdapter {
    private static final Logger log = LoggerFactory.getLogger(Session.class);

    /** How long the last answers may hold up a farewell. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final Duration STORM_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_TICK = Duration.ofMillis(200);

    private enum Phase {
        CONNECTING,
        BINDING,
        BOUND,
        /** We leave: nothing is read while the last answers go out. */
        DRAINING,
        /** We leave: our unbind is out. */
        UNBINDING,
        /** The session ends by the carrier's doing, once the last answers are out. */
        PARTING,
        /** What was written last is on its way, then the connection is closed. */
        CLOSING
    }

    /** Who is told what becomes of the session, on its event loop. */
    interface Owner {
        void entered(BindState state);

        /** The channel is closed, or never opened. */
        void ended(End end);
    }

    /** How a session ended. The detail says more where there is more to say. */
    record End(EndReason reason, String phase, Duration boundFor, String detail) {}

    private final BindContext context;
    private final BindTimers timers;
    private final Channel channel;
    private final Call call;
    private final Owner owner;
    private final FrameWriter writer;
    private final Answers answers;
    private final Receiver receiver;
    private final LinkCheck link;
    private final ReadGate gate;

    private Phase phase = Phase.CONNECTING;
    private long deadlineNanos;
    private long lastFrameNanos;
    private long boundNanos;
    private int lastSequence;
    private @Nullable Account account;
    private @Nullable Integer unbindToAnswer;
    private @Nullable EndReason endReason;
    private String endDetail = "";
    private @Nullable Future<?> ticking;

    Session(BindContext context, Channel channel, Call call, Owner owner) {
        this.context = context;
        this.timers = context.timers();
        this.channel = channel;
        this.call = call;
        this.owner = owner;
        this.writer = new FrameWriter(channel);
        Window window = new Window(context.ports().redeliveryHorizon());
        this.answers = new Answers(context, writer, window, channel);
        this.receiver = new Receiver(context, call.origin(), answers, window);
        this.link = new LinkCheck(timers, window, receiver::now);
        this.gate = new ReadGate(channel);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        enter(Phase.BINDING, timers.bindResponse());
        owner.entered(BindState.BINDING);
        call.request().writeTo(writer, nextSequence());
        answers.flush();
        long tick = tickNanos();
        ticking =
                channel.eventLoop()
                        .scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.NANOSECONDS);
    }

    // Five looks within the shortest timer, and no more than needed.
    private long tickNanos() {
        long shortest =
                Math.min(
                        Math.min(timers.proof().toNanos(), timers.enquireLinkAnswer().toNanos()),
                        Math.min(timers.bindResponse().toNanos(), timers.unbind().toNanos()));
        return Math.clamp(shortest / 5, Duration.ofMillis(1).toNanos(), LONGEST_TICK.toNanos());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (phase == Phase.CLOSING) {
            return;
        }
        switch ((Frame) message) {
            case Frame.Pdu pdu -> received(pdu);
            case Frame.BadLength bad -> {
                Integer sequence = bad.sequenceNumber();
                writer.header(
                        CommandId.GENERIC_NACK,
                        CommandStatus.ESME_RINVCMDLEN,
                        sequence == null ? 0 : sequence);
                part(EndReason.BAD_COMMAND_LENGTH, "command_length " + bad.commandLength());
            }
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        answers.flush();
        if (phase == Phase.PARTING) {
            progress(System.nanoTime());
        }
    }

    private void received(Frame.Pdu pdu) {
        lastFrameNanos = System.nanoTime();
        int commandId = pdu.commandId();
        int sequence = pdu.sequenceNumber();
        if (CommandId.isResponse(commandId)) {
            answered(pdu);
            return;
        }
        switch (commandId) {
            case CommandId.DELIVER_SM, CommandId.DATA_SM -> message(pdu);
            case CommandId.ENQUIRE_LINK ->
                    writer.header(CommandId.ENQUIRE_LINK | CommandId.RESPONSE, 0, sequence);
            case CommandId.UNBIND -> carrierUnbinds(sequence);
            // These two have no response (sections 4.1.7 and 4.12.1).
            case CommandId.OUTBIND, CommandId.ALERT_NOTIFICATION -> {}
            default ->
                    writer.header(CommandId.GENERIC_NACK, CommandStatus.ESME_RINVCMDID, sequence);
        }
    }

    private void message(Frame.Pdu pdu) {
        switch (phase) {
            case CONNECTING, BINDING, BOUND, DRAINING -> {
                if (!receiver.take(pdu, lastFrameNanos) && gate.pause(ReadGate.Reason.OVERLOAD)) {
                    var _ =
                            channel.eventLoop()
                                    .schedule(
                                            () -> resume(ReadGate.Reason.OVERLOAD),
                                            STORM_PAUSE.toMillis(),
                                            TimeUnit.MILLISECONDS);
                }
            }
            case UNBINDING, PARTING, CLOSING -> answers.refuse(pdu, lastFrameNanos);
        }
    }

    // Responses are never answered, whether we asked or not.
    private void answered(Frame.Pdu pdu) {
        switch (pdu.commandId() & ~CommandId.RESPONSE) {
            case CommandId.BIND_RECEIVER, CommandId.BIND_TRANSCEIVER ->
                    bindAnswered(pdu.commandStatus());
            case CommandId.ENQUIRE_LINK -> proven(pdu.sequenceNumber());
            case CommandId.UNBIND -> {
                proven(pdu.sequenceNumber());
                if (phase == Phase.UNBINDING) {
                    end(EndReason.GATEWAY_STOPPED, "");
                }
            }
            case 0 -> nacked(pdu);
            default -> {}
        }
    }

    private void nacked(Frame.Pdu pdu) {
        if (phase == Phase.BINDING) {
            bindAnswered(pdu.commandStatus());
        } else {
            proven(pdu.sequenceNumber()); // some know no enquire_link, but have read it
        }
    }

    private void bindAnswered(int status) {
        if (phase != Phase.BINDING) {
            return;
        }
        switch (status) {
            case CommandStatus.ESME_ROK -> bound();
            case CommandStatus.ESME_RALYBND -> end(EndReason.ALREADY_BOUND, "");
            default -> end(EndReason.BIND_REFUSED, CommandStatus.name(status));
        }
    }

    private void bound() {
        Instant now = receiver.now();
        boundNanos = System.nanoTime();
        phase = Phase.BOUND;
        link.start(boundNanos);
        account = context.ledger().open(call.origin(), now);
        owner.entered(BindState.BOUND);
    }

    private void proven(int sequence) {
        Instant until = link.answered(sequence);
        if (until != null && account != null) {
            account.proven(until);
        }
    }

    private void carrierUnbinds(int sequence) {
        switch (phase) {
            case CONNECTING, BINDING, BOUND -> {
                unbindToAnswer = sequence;
                part(EndReason.CARRIER_UNBOUND, "");
            }
            case DRAINING, UNBINDING, PARTING, CLOSING ->
                    writer.header(CommandId.UNBIND | CommandId.RESPONSE, 0, sequence);
        }
    }

    /** Hands over the last answers, unbinds and closes, each within its time. */
    void stop() {
        switch (phase) {
            case CONNECTING, BINDING -> end(EndReason.GATEWAY_STOPPED, "");
            case BOUND -> {
                enter(Phase.DRAINING, timers.responseBudget());
                owner.entered(BindState.UNBINDING);
                gate.pause(ReadGate.Reason.STOPPING);
                progress(System.nanoTime());
            }
            case DRAINING, UNBINDING, PARTING, CLOSING -> {}
        }
    }

    private void tick() {
        try {
            long now = System.nanoTime();
            if (answers.isStuckFor(timers.write(), now)) {
                end(EndReason.WRITE_TIMEOUT, "");
            } else {
                progress(now);
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void progress(long now) {
        boolean late = now - deadlineNanos > 0;
        switch (phase) {
            case CONNECTING -> {}
            case BINDING -> {
                if (late) {
                    end(EndReason.BIND_TIMEOUT, "");
                }
            }
            case BOUND -> checkLink(now);
            case DRAINING -> {
                if (late || answers.isDone()) {
                    unbind(now);
                }
            }
            case UNBINDING -> {
                if (late) {
                    end(EndReason.GATEWAY_STOPPED, "no answer to unbind");
                }
            }
            case PARTING -> {
                if (late || answers.isDone()) {
                    close();
                }
            }
            case CLOSING -> {
                if (late) {
                    closeChannel();
                }
            }
        }
    }

    private void checkLink(long now) {
        if (gate.isPaused()) {
            return;
        }
        switch (link.check(now, lastFrameNanos)) {
            case FINE -> {}
            case DUE -> request(CommandId.ENQUIRE_LINK, now);
            case DEAD -> end(EndReason.ENQUIRE_LINK_TIMEOUT, "");
        }
    }

    // The answer to unbind proves as much as that to an enquire_link.
    private void unbind(long now) {
        enter(Phase.UNBINDING, timers.unbind());
        request(CommandId.UNBIND, now);
        resume(ReadGate.Reason.STOPPING);
    }

    private void request(int commandId, long now) {
        int sequence = nextSequence();
        writer.header(commandId, 0, sequence);
        link.sent(sequence, now);
        answers.flush();
    }

    private void part(EndReason reason, String detail) {
        endReason = reason;
        endDetail = detail;
        if (phase != Phase.PARTING) {
            owner.entered(BindState.UNBINDING);
        }
        enter(Phase.PARTING, FAREWELL);
    }

    private void close() {
        enter(Phase.CLOSING, FAREWELL);
        if (unbindToAnswer != null) {
            writer.header(CommandId.UNBIND | CommandId.RESPONSE, 0, unbindToAnswer);
        }
        answers.flushAndClose();
    }

    private void end(EndReason reason, String detail) {
        if (endReason == null) {
            endReason = reason;
            endDetail = detail;
        }
        closeChannel();
    }

    private void closeChannel() {
        var _ = channel.close();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (channel.isWritable()) {
            resume(ReadGate.Reason.SLOW_CARRIER);
        } else {
            gate.pause(ReadGate.Reason.SLOW_CARRIER);
        }
    }

    private void resume(ReadGate.Reason reason) {
        lastFrameNanos = System.nanoTime(); // what came meanwhile was not heard
        gate.resume(reason);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException) {
            end(EndReason.CONNECTION_RESET, "");
        } else {
            failed(cause);
        }
    }

    private void failed(Throwable cause) {
        log.error("a session of bind {} fails", context.bind().name(), cause);
        end(EndReason.INTERNAL_ERROR, "");
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (ticking != null) {
            ticking.cancel(false);
        }
        writer.release();
        EndReason reason = endReason == null ? closedReason() : endReason;
        if (account != null) {
            account.closed(receiver.now(), reason);
        }
        Duration boundFor =
                account == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - boundNanos);
        owner.ended(new End(reason, phase.name(), boundFor, endDetail));
    }

    private EndReason closedReason() {
        return phase == Phase.DRAINING || phase == Phase.UNBINDING
                ? EndReason.GATEWAY_STOPPED
                : EndReason.CARRIER_CLOSED;
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
