package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.inlet.intake.Disposition.Deferred;
import io.inlet.sms.Concatenation;
import io.inlet.sms.Segment;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against an SMSC that we did not write. */
class JsmppPeerTest {
    private final Rig rig = Rig.idle();
    private SMPPServerSessionListener listener;
    private SMPPServerSession smsc;
    private BindRequest bind;

    @BeforeEach
    void bind() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        listener = new SMPPServerSessionListener(port);
        rig.carriers.start(
                List.of(
                        Rig.carrier(
                                Rig.bind(
                                        "b1",
                                        port,
                                        t -> {
                                            t.enquireLinkMillis = 200;
                                            t.proofMillis = 50;
                                        }))));
        smsc = listener.accept();
        bind = smsc.waitForBind(5_000);
        bind.accept("jsmpp");
    }

    @AfterEach
    void close() throws Exception {
        rig.carriers.close();
        smsc.close();
        listener.close();
        rig.close();
    }

    @Test
    void bind_request_says_who_we_are() {
        assertThat(bind.getSystemId()).isEqualTo("inlet");
        assertThat(bind.getPassword()).isEqualTo("secret1");
        assertThat(bind.getBindType()).isEqualTo(org.jsmpp.bean.BindType.BIND_TRX);
    }

    @Test
    void messages_and_parts_are_taken_and_proven() throws Exception {
        deliver(0, "whole".getBytes(StandardCharsets.US_ASCII));
        byte[] part = {6, 8, 4, 0x12, 0x34, 3, 2, 'p'};
        deliver(0x40, part);
        deliver(0, new byte[0], new OptionalParameter.Message_payload(new byte[5_000]));
        deliver(
                0,
                "sar".getBytes(StandardCharsets.US_ASCII),
                new OptionalParameter.Sar_msg_ref_num((short) 7),
                new OptionalParameter.Sar_total_segments((byte) 2),
                new OptionalParameter.Sar_segment_seqnum((byte) 1));

        List<Segment> segments = rig.inbox.segments();
        assertThat(segments)
                .extracting(Segment::concatenation)
                .containsExactly(
                        null,
                        new Concatenation(0x1234, 16, 3, 2),
                        null,
                        new Concatenation(7, 16, 2, 1));
        assertThat(segments.get(2).userData().octets().length()).isEqualTo(5_000);
        await().until(() ->
                rig.sessions.events(SessionEvents.Event.Proven.class).stream()
                        .anyMatch(proven ->
                                proven.answered().until().isAfter(segments.get(3).receivedAt())));
    }

    @Test
    void data_sm_is_taken() throws Exception {
        smsc.dataShortMessage(
                "",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "Acme",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "4915200000001",
                new ESMClass(0),
                new RegisteredDelivery(0),
                new RawDataCoding((byte) 0),
                new OptionalParameter.Message_payload(new byte[] {'d'}));

        assertThat(rig.inbox.segments()).hasSize(1);
    }

    @Test
    void error_is_understood() {
        rig.inbox.answer(new Deferred(Deferred.Reason.INTAKE_FULL));
        assertThatThrownBy(() -> deliver(0, new byte[] {'x'}))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        e -> assertThat(e.getCommandStatus()).isEqualTo(0x14));
    }

    @Test
    void unbind_of_the_carrier_is_answered_and_the_bind_comes_back() throws Exception {
        smsc.unbindAndClose();
        smsc = listener.accept();
        smsc.waitForBind(5_000).accept("jsmpp");
        deliver(0, new byte[] {'x'});
        assertThat(rig.counts.ends).containsExactly(EndReason.CARRIER_UNBOUND);
    }

    @Test
    void unbind_of_the_gateway_is_understood() {
        // A stop before the bind_resp is read just closes, and jSMPP takes long to see that.
        await().until(() -> rig.carriers.status().getFirst().state() == BindState.BOUND);
        Set<SessionState> entered = ConcurrentHashMap.newKeySet();
        smsc.addSessionStateListener((to, from, source) -> entered.add(to));
        rig.carriers.close();
        // Unbound or closed is its last state, whichever of its threads comes second.
        await().until(() -> entered.contains(SessionState.UNBOUND));
        assertThat(rig.counts.ends).containsExactly(EndReason.GATEWAY_STOPPED);
    }

    private void deliver(int esmClass, byte[] text, OptionalParameter... parameters)
            throws Exception {
        smsc.deliverShortMessage(
                "",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "Acme",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "4915200000001",
                new ESMClass(esmClass),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                new RawDataCoding((byte) 0),
                text,
                parameters);
    }
}
