package io.inlet.simulator;

import io.inlet.sms.Octets;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
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

    // system_id of the carrier, then the TLV sc_interface_version: 3.4.
    private static final Octets BIND_RESP_BODY =
            Octets.wrap("inlet-smsc\0\u0002\u0010\0\u00014".getBytes(StandardCharsets.US_ASCII));

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
            case CommandId.GENERIC_NACK, CommandId.ENQUIRE_LINK_RESP, CommandId.UNBIND_RESP -> {
                if (!session.controls().answered(pdu.sequence())) {
                    answered(pdu);
                }
            }
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
            session.stray(pdu);
        } else {
            carrier.outbox().answered(segment, pdu.status());
        }
    }

    private void enquireLink(Pdu pdu) {
        if (session.answersEnquireLinks()) {
            session.respond(new Pdu(CommandId.ENQUIRE_LINK_RESP, 0, pdu.sequence(), Octets.EMPTY));
        }
    }

    private void unbind(Pdu pdu) {
        carrier.sessions().remove(session);
        session.respond(new Pdu(CommandId.UNBIND_RESP, 0, pdu.sequence(), Octets.EMPTY));
        session.closeAfter(GRACE);
    }

    private void bind(Pdu pdu) {
        if (session.isBound()) {
            answerBind(pdu, CommandStatus.ESME_RALYBND.code());
            return;
        }
        int status = judge(pdu);
        answerBind(pdu, status);
        if (status == CommandStatus.ESME_ROK.code()) {
            session.bound(BindRequest.of(pdu));
            carrier.sessions().add(session);
            timers.start();
            log.debug("{} bound as {}", session, session.type());
        } else {
            session.closeAfter(GRACE);
        }
    }

    private int judge(Pdu pdu) {
        try {
            return carrier.desk().judge(BindRequest.of(pdu));
        } catch (IllegalArgumentException e) {
            return CommandStatus.ESME_RBINDFAIL.code();
        }
    }

    private void answerBind(Pdu pdu, int status) {
        Octets body = status == 0 ? BIND_RESP_BODY : Octets.EMPTY;
        int commandId = pdu.commandId() | CommandId.RESPONSE;
        session.respond(new Pdu(commandId, status, pdu.sequence(), body));
    }

    private void violation(Pdu pdu) {
        String what = "sent command_id " + CommandId.hex(pdu.commandId());
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
