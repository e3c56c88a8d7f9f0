package io.inlet.smpp;

import io.inlet.sms.Answered;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a carrier, and the answers of SMPP 3.4 to all that comes over it. It is there
 * before the bind is sent, since a deliver_sm may come in the same octets as bind_resp. Its event
 * loop alone calls it.
 */
final class Session extends ChannelInboundHandlerAdapter {
    private static final Logger log = LoggerFactory.getLogger(Session.class);

    private static final Duration STORM_PAUSE = Duration.ofMillis(50);

    /** Who is told what becomes of the session, on its event loop. */
    interface Owner {
        /** There is one now, if only to be ended. */
        void begun(Session session);

        void entered(BindState state);

        /**
         * The carrier has granted it.
         *
         * @param version the version that the carrier says it speaks
         */
        void bound(String version);

        /** The reason of the end that the store hears: of a pair, that of its first end. */
        EndReason accountOf(EndReason own);

        /** The channel is closed, or never opened. */
        void ended(End end);
    }

    /** How a session ended. The detail says more where there is more to say. */
    record End(EndReason reason, Phase phase, Duration boundFor, String detail) {
        /** Of one that never stood. */
        static End ofAttempt(EndReason reason, String detail) {
            return new End(reason, Phase.CONNECTING, Duration.ZERO, detail);
        }
    }

    private final BindContext context;
    private final Channel channel;
    private final Call call;
    private final Owner owner;
    private final FrameWriter writer;
    private final Answers answers;
    private final Receiver receiver;
    private final LinkCheck link;
    private final FrameDecoder decoder = new FrameDecoder();
    private final ReadGate gate;
    private final Course course;

    private @Nullable Account account;
    private @Nullable Future<?> ticking;

    Session(BindContext context, Channel channel, Call call, Owner owner) {
        this.context = context;
        this.channel = channel;
        this.call = call;
        this.owner = owner;
        this.writer = new FrameWriter(channel);
        Window window =
                new Window(context.ports().redeliveryHorizon(), context.timers().responseBudget());
        this.answers = new Answers(context, writer, window, channel);
        this.receiver = new Receiver(context, call.origin(), answers, window);
        this.link = new LinkCheck(context.timers(), window, receiver::now);
        this.gate = new ReadGate(channel, decoder);
        this.course =
                new Course(
                        context.timers(), channel, new Course.Parts(writer, answers, link, gate));
    }

    /** Takes its place behind the decoder. */
    void join(ChannelPipeline pipeline) {
        if (call.tls() != null) {
            pipeline.addLast(call.tls().handler(channel.alloc()));
        }
        pipeline.addLast(decoder, new PduTap(context.trace()), this);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        stands();
    }

    /** The connection stands; told by the channel, or by whoever took it over. */
    void stands() {
        if (call.tls() == null) {
            bind();
        } else {
            course.handshake();
        }
        long tick = context.timers().tickNanos();
        ticking =
                channel.eventLoop()
                        .scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.NANOSECONDS);
    }

    private void bind() {
        course.bind(call.request());
        owner.entered(BindState.BINDING);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                bind();
            } else {
                failed(TlsFault.ofHandshake(handshake.cause()));
            }
        }
    }

    private Duration inactivity() {
        return isTransmitter() ? Duration.ZERO : context.timers().inactivity();
    }

    // Nothing is to come over it, so that there is nothing to prove: the store hears of the
    // receiver alone, one session for a pair. What comes after all counts as unproven for ever.
    private boolean isTransmitter() {
        return call.request().role() == Role.TRANSMITTER;
    }

    private void failed(TlsFault fault) {
        course.end(fault.reason(), fault.detail());
    }

    private void tick() {
        try {
            course.tick(System.nanoTime());
            if (receiver.isClockSetBack()) {
                leave(EndReason.CLOCK_SET_BACK);
            } else if (course.isInactive(System.nanoTime(), inactivity())) {
                leave(EndReason.INACTIVE);
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (course.phase() == Phase.CLOSING) {
            return;
        }
        switch ((Frame) message) {
            case Frame.Pdu pdu -> {
                gate.heard();
                if (CommandId.isResponse(pdu.commandId())) {
                    answered(pdu);
                } else {
                    asked(pdu);
                }
            }
            case Frame.BadLength bad -> {
                Integer sequence = bad.sequenceNumber();
                nack(CommandStatus.ESME_RINVCMDLEN, sequence == null ? 0 : sequence);
                part(reason(bad), "command_length " + bad.commandLength(), null);
            }
        }
    }

    private EndReason reason(Frame.BadLength bad) {
        return course.phase() == Phase.BINDING && TlsFault.isRecord(bad.commandLength())
                ? EndReason.TLS_DEMANDED
                : EndReason.BAD_COMMAND_LENGTH;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        answers.flush();
        course.readComplete();
    }

    private void asked(Frame.Pdu pdu) {
        int sequence = pdu.sequenceNumber();
        switch (pdu.commandId()) {
            case CommandId.DELIVER_SM, CommandId.DATA_SM -> message(pdu);
            case CommandId.ENQUIRE_LINK ->
                    writer.header(CommandId.ENQUIRE_LINK | CommandId.RESPONSE, 0, sequence);
            case CommandId.UNBIND -> carrierUnbinds(sequence);
            // These two have no response (sections 4.1.7 and 4.12.1).
            case CommandId.OUTBIND -> {}
            case CommandId.ALERT_NOTIFICATION ->
                    context.observer().alert(context.carrier().name(), context.bind().name());
            default -> nack(CommandStatus.ESME_RINVCMDID, sequence);
        }
    }

    private void nack(int status, int sequence) {
        writer.header(CommandId.GENERIC_NACK, status, sequence);
    }

    private void message(Frame.Pdu pdu) {
        long now = gate.lastHeardNanos();
        course.messageCame(now);
        if (!course.phase().takesMessages()) {
            answers.refuse(pdu, now);
        } else if (!receiver.take(pdu, now) && gate.pause(ReadGate.Reason.OVERLOAD)) {
            var _ =
                    channel.eventLoop()
                            .schedule(
                                    () -> gate.resume(ReadGate.Reason.OVERLOAD),
                                    STORM_PAUSE.toMillis(),
                                    TimeUnit.MILLISECONDS);
        }
    }

    // Responses are never answered, whether we asked or not.
    private void answered(Frame.Pdu pdu) {
        switch (pdu.commandId()) {
            case CommandId.BIND_RECEIVER | CommandId.RESPONSE,
                    CommandId.BIND_TRANSCEIVER | CommandId.RESPONSE,
                    CommandId.BIND_TRANSMITTER | CommandId.RESPONSE ->
                    bindAnswered(pdu);
            case CommandId.ENQUIRE_LINK | CommandId.RESPONSE -> proven(pdu.sequenceNumber());
            case CommandId.UNBIND | CommandId.RESPONSE -> {
                proven(pdu.sequenceNumber());
                course.unbindAnswered();
            }
            case CommandId.GENERIC_NACK -> {
                bindAnswered(pdu);
                proven(pdu.sequenceNumber()); // some know no enquire_link, but have read it
            }
            default -> {}
        }
    }

    private void bindAnswered(Frame.Pdu answer) {
        if (course.phase() != Phase.BINDING) {
            return;
        }
        int status = answer.commandStatus();
        switch (status) {
            case CommandStatus.ESME_ROK -> {
                course.bound();
                if (!isTransmitter()) {
                    account = context.ledger().open(call.origin(), receiver.now());
                }
                owner.bound(BindAnswer.version(answer));
            }
            case CommandStatus.ESME_RALYBND -> course.end(EndReason.ALREADY_BOUND, "");
            default -> course.end(EndReason.BIND_REFUSED, CommandStatus.name(status));
        }
    }

    private void proven(int sequence) {
        Answered proven = link.answered(sequence, gate.lastHeardNanos());
        if (proven != null && account != null) {
            account.proven(proven);
        }
    }

    private void carrierUnbinds(int sequence) {
        if (course.phase().isLeaving()) {
            writer.header(CommandId.UNBIND | CommandId.RESPONSE, 0, sequence);
        } else {
            part(EndReason.CARRIER_UNBOUND, "", sequence);
        }
    }

    private void part(EndReason reason, String detail, @Nullable Integer unbindToAnswer) {
        course.part(reason, detail, unbindToAnswer);
        owner.entered(BindState.UNBINDING);
    }

    /** Hands over the last answers, unbinds and closes, each within its time. */
    void leave(EndReason reason) {
        if (course.phase() == Phase.BOUND) {
            owner.entered(BindState.UNBINDING);
        }
        course.leave(reason);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (channel.isWritable()) {
            gate.resume(ReadGate.Reason.SLOW_CARRIER);
        } else {
            gate.pause(ReadGate.Reason.SLOW_CARRIER);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        TlsFault fault = TlsFault.of(cause);
        if (fault != null) {
            failed(fault);
        } else if (cause instanceof IOException) {
            course.end(EndReason.CONNECTION_RESET, "");
        } else {
            failed(cause);
        }
    }

    private void failed(Throwable cause) {
        log.error("a session of bind {} fails", context.bind().name(), cause);
        course.end(EndReason.INTERNAL_ERROR, "");
    }

    /** The connection failed; a reason that was given before is the one that counts. */
    void neverStood(EndReason reason) {
        course.end(reason, "");
        closed();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        closed();
    }

    private void closed() {
        if (ticking != null) {
            ticking.cancel(false);
        }
        writer.release();
        End end = course.ended(System.nanoTime());
        if (account != null) {
            account.closed(receiver.now(), owner.accountOf(end.reason()));
        }
        owner.ended(end);
    }
}
