package io.inlet.simulator;

import io.inlet.sms.Octets;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what an ESME sends. Event loop only. */
final class SessionHandler extends ChannelInboundHandlerAdapter {
    private static final Logger log = LoggerFactory.getLogger(SessionHandler.class);

    /**
     * How long an ESME has to close after unbind_resp or a refused bind; some take a connection
     * that ends right behind an answer for one without the answer.
     */
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final Octets SYSTEM_ID =
            Octets.wrap("inlet-smsc\0".getBytes(StandardCharsets.US_ASCII));
    private static final int SC_INTERFACE_VERSION = 0x0210;

    private final SmscSession session;
    private final Carrier carrier;
    private final SessionTimers timers;

    SessionHandler(SmscSession session, Carrier carrier, SessionTimers timers) {
        this.session = session;
        this.carrier = carrier;
        this.timers = timers;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        switch (message) {
            case Pdu pdu -> received(pdu);
            case FrameDecoder.BrokenFraming broken -> broken(broken);
            default -> throw new IllegalStateException("not a PDU: " + message.getClass());
        }
    }

    // All that one read brought is answered, and the window filled anew, with one write.
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        carrier.outbox().pump();
        session.flush();
    }

    // An ESME that is told to bind: outbind, on a connection that the carrier made.
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        session.connected();
        ctx.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        timers.stop();
        carrier.sessions().remove(session);
        carrier.outbox().sessionEnded(session);
        session.ended();
        log.debug("{} ended", session);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        log.debug("{} failed", session, cause);
        session.closeNow();
    }

    private void received(Pdu pdu) {
        switch (pdu.commandId()) {
            case CommandId.DELIVER_SM_RESP, CommandId.DATA_SM_RESP -> answered(pdu);
            case CommandId.GENERIC_NACK, CommandId.ENQUIRE_LINK_RESP, CommandId.UNBIND_RESP ->
                    controlAnswered(pdu);
            case CommandId.ENQUIRE_LINK -> enquireLink(pdu);
            case CommandId.UNBIND -> unbind(pdu);
            case CommandId.BIND_RECEIVER, CommandId.BIND_TRANSMITTER, CommandId.BIND_TRANSCEIVER ->
                    bind(pdu);
            default -> violation(pdu);
        }
    }

    private void answered(Pdu pdu) {
        OutgoingSegment segment = session.window().remove(pdu.sequence());
        if (segment == null) {
            carrier.heard().add(pdu.commandId(), pdu.status());
            session.stray(pdu);
        } else {
            carrier.outbox().answered(segment, pdu.status());
        }
    }

    private void controlAnswered(Pdu pdu) {
        if (session.controls().answered(pdu.sequence())) {
            carrier.heard().add(pdu.commandId(), pdu.status());
        } else {
            answered(pdu);
        }
    }

    private void enquireLink(Pdu pdu) {
        carrier.heard().add(pdu.commandId(), pdu.status());
        if (session.answersEnquireLinks()) {
            session.respond(new Pdu(CommandId.ENQUIRE_LINK_RESP, 0, pdu.sequence(), Octets.EMPTY));
        }
    }

    private void unbind(Pdu pdu) {
        carrier.heard().add(pdu.commandId(), pdu.status());
        carrier.sessions().remove(session);
        session.respond(new Pdu(CommandId.UNBIND_RESP, 0, pdu.sequence(), Octets.EMPTY));
        session.closeAfter(GRACE);
    }

    private void bind(Pdu pdu) {
        carrier.heard().add(pdu.commandId(), pdu.status());
        if (session.isBound()) {
            answerBind(pdu, CommandStatus.ESME_RALYBND.code());
            return;
        }
        switch (judge(pdu)) {
            case BindVerdict.Silence() -> log.debug("{} gets no answer to its bind", session);
            case BindVerdict.Answer(int status, Duration after) -> {
                if (after.isZero()) {
                    decided(pdu, status);
                } else {
                    session.after(after, () -> decidedLate(pdu, status));
                }
            }
        }
    }

    private void decidedLate(Pdu pdu, int status) {
        decided(pdu, status);
        carrier.outbox().pump();
        session.flush();
    }

    private void decided(Pdu pdu, int status) {
        if (status != CommandStatus.ESME_ROK.code()) {
            answerBind(pdu, status);
            session.closeAfter(GRACE);
            return;
        }
        session.bound(BindRequest.of(pdu));
        carrier.outbox().greet(session, Moment.BEFORE_BIND_RESP);
        answerBind(pdu, status);
        carrier.outbox().greet(session, Moment.WITH_BIND_RESP);
        carrier.sessions().add(session);
        timers.start();
        log.debug("{} bound as {}", session, session.type());
    }

    private BindVerdict judge(Pdu pdu) {
        try {
            return carrier.desk().judge(BindRequest.of(pdu));
        } catch (IllegalArgumentException e) {
            return new BindVerdict.Answer(CommandStatus.ESME_RBINDFAIL.code(), Duration.ZERO);
        }
    }

    private void answerBind(Pdu pdu, int status) {
        Octets body = status == 0 ? bindRespBody() : Octets.EMPTY;
        int commandId = pdu.commandId() | CommandId.RESPONSE;
        session.respond(new Pdu(commandId, status, pdu.sequence(), body));
    }

    private Octets bindRespBody() {
        Integer version = carrier.settings().dialect().interfaceVersion();
        if (version == null) {
            return SYSTEM_ID;
        }
        ByteBuffer body = ByteBuffer.allocate(SYSTEM_ID.length() + 5).put(SYSTEM_ID.array());
        body.putShort((short) SC_INTERFACE_VERSION).putShort((short) 1).put(version.byteValue());
        return Octets.wrap(body.array());
    }

    private void violation(Pdu pdu) {
        String what = "sent command_id " + CommandId.hex(pdu.commandId());
        carrier.heard().add(pdu.commandId(), pdu.status());
        carrier.violations().add(session.id(), pdu.commandId(), what);
        if (CommandId.isRequest(pdu.commandId())) {
            nack(CommandStatus.ESME_RINVCMDID, pdu.sequence());
        }
    }

    private void broken(FrameDecoder.BrokenFraming broken) {
        String what = "sent command_length " + Integer.toUnsignedString(broken.commandLength());
        carrier.violations().add(session.id(), 0, what);
        nack(CommandStatus.ESME_RINVCMDLEN, 0);
        session.flush();
        session.closeNow();
    }

    private void nack(CommandStatus status, int sequence) {
        session.respond(new Pdu(CommandId.GENERIC_NACK, status.code(), sequence, Octets.EMPTY));
    }
}
