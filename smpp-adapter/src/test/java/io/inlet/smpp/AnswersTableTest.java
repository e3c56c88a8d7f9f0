package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.smpp.SmppConstants;
import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.Deferred;
import io.inlet.intake.QuarantineReason;
import io.inlet.sms.Address;
import io.inlet.sms.Concatenation;
import io.inlet.sms.MessageId;
import io.inlet.sms.Octets;
import io.inlet.sms.Segment;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the table of answers, on the wire. */
class AnswersTableTest {
    private Rig rig;
    private RawSmsc.Link link;

    @BeforeEach
    void bind() {
        rig = Rig.start();
        link = rig.smsc.bound();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void committed_deliver_sm_is_answered_with_esme_rok() {
        link.write(Pdus.deliverSm(7, "one"));

        assertAnswer(link.read(), CommandId.DELIVER_SM, CommandStatus.ESME_ROK, 7);
        Segment segment = rig.inbox.segments().getFirst();
        assertThat(segment.source()).isEqualTo(new Address(5, 0, "Acme"));
        assertThat(segment.destination()).isEqualTo(new Address(1, 1, "4915200000001"));
        assertThat(segment.pdu()).isEqualTo(Octets.wrap(Pdus.deliverSm(7, "one")));
        assertThat(segment.origin().carrier()).isEqualTo("acme");
    }

    @Test
    void committed_data_sm_is_answered_with_its_own_response() {
        link.write(
                Pdus.dataSm(
                        8,
                        sm -> Pdus.tlv(sm, SmppConstants.TAG_MESSAGE_PAYLOAD, Pdus.octets("two"))));

        assertAnswer(link.read(), CommandId.DATA_SM, CommandStatus.ESME_ROK, 8);
        assertThat(rig.inbox.segments().getFirst().userData().octets())
                .isEqualTo(Octets.wrap(Pdus.octets("two")));
    }

    @Test
    void body_that_nobody_can_parse_is_kept_raw_and_then_acknowledged() {
        rig.inbox.hold();
        byte[] whole = Pdus.deliverSm(9, "three");
        byte[] overrun = whole.clone();
        overrun[overrun.length - 6] = (byte) 200; // sm_length
        link.write(overrun);

        ScriptedInbox.Held held = rig.inbox.next();
        assertThat(link.poll(100)).isNull();
        held.answer()
                .complete(new Disposition.Quarantined(messageId(), QuarantineReason.UNREADABLE));

        assertAnswer(link.read(), CommandId.DELIVER_SM, CommandStatus.ESME_ROK, 9);
        assertThat(rig.inbox.unreadable().getFirst().pdu()).isEqualTo(Octets.wrap(overrun));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 20, 30, 40})
    void truncated_body_is_kept_raw_and_acknowledged(int length) {
        byte[] truncated = Arrays.copyOf(Pdus.deliverSm(10, "four"), length);
        truncated[3] = (byte) length;
        link.write(truncated);

        assertAnswer(link.read(), CommandId.DELIVER_SM, CommandStatus.ESME_ROK, 10);
        assertThat(rig.inbox.unreadable()).hasSize(1);
    }

    @Test
    void trailing_octets_and_bad_parameters_are_left_and_the_rest_is_taken() {
        byte[] plain = Pdus.deliverSm(11, "five");
        for (byte[] tail : new byte[][] {{0}, {1, 2, 3}, {0x14, 0x01, 0x00, 0x50, 1}}) {
            byte[] pdu = Pdus.join(plain, tail);
            pdu[3] = (byte) pdu.length;
            link.write(pdu);
            assertAnswer(link.read(), CommandId.DELIVER_SM, CommandStatus.ESME_ROK, 11);
        }
        assertThat(rig.inbox.segments())
                .extracting(s -> s.userData().octets())
                .containsOnly(Octets.wrap(Pdus.octets("five")))
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Deferred.Reason.class)
    void deferred_message_is_answered_with_the_carriers_temporary_error(Deferred.Reason reason) {
        rig.inbox.answer(new Deferred(reason));
        link.write(Pdus.deliverSm(12, "six"));

        int expected =
                switch (reason) {
                    case INTAKE_FULL, STOPPING -> CommandStatus.ESME_RMSGQFUL;
                    case STORE_UNAVAILABLE, OUTCOME_UNKNOWN -> CommandStatus.ESME_RSYSERR;
                };
        assertAnswer(link.read(), CommandId.DELIVER_SM, expected, 12);
    }

    @Test
    void intake_that_throws_or_fails_is_a_fault_and_the_session_stays() {
        rig.inbox.answerWith(_ -> {
            throw new IllegalStateException("bug");
        });
        link.write(Pdus.deliverSm(13, "seven"));
        assertAnswer(link.read(), CommandId.DELIVER_SM, CommandStatus.ESME_RSYSERR, 13);
        rig.inbox.answerWith(_ -> CompletableFuture.failedFuture(new IllegalStateException("bug")));
        link.write(Pdus.deliverSm(14, "eight"));
        assertAnswer(link.read(), CommandId.DELIVER_SM, CommandStatus.ESME_RSYSERR, 14);

        assertThat(rig.status().state()).isEqualTo(BindState.BOUND);
    }

    @Test
    void every_kind_of_durable_is_esme_rok() {
        Disposition[] durable = {
            new Disposition.Stored(messageId()),
            new Disposition.AwaitingSegments(1, 3),
            new Disposition.Redelivered(messageId()),
            new Disposition.Quarantined(messageId(), QuarantineReason.UNKNOWN_NUMBER)
        };
        for (Disposition disposition : durable) {
            rig.inbox.answer(disposition);
            link.write(Pdus.deliverSm(15, "nine"));
            assertAnswer(link.read(), CommandId.DELIVER_SM, CommandStatus.ESME_ROK, 15);
        }
    }

    @Test
    void enquire_link_is_answered() {
        link.write(Pdus.header(CommandId.ENQUIRE_LINK, 0, 16));

        assertAnswer(link.read(), CommandId.ENQUIRE_LINK, CommandStatus.ESME_ROK, 16);
    }

    @Test
    void unbind_is_answered_after_the_last_answers_and_then_the_bind_comes_back() {
        rig.inbox.hold();
        link.write(Pdus.deliverSm(17, "ten"), Pdus.header(CommandId.UNBIND, 0, 18));
        rig.inbox.next().store();

        assertAnswer(link.read(), CommandId.DELIVER_SM, CommandStatus.ESME_ROK, 17);
        assertAnswer(link.read(), CommandId.UNBIND, CommandStatus.ESME_ROK, 18);
        assertThat(link.isClosedByGateway()).isTrue();
        rig.smsc.bound();
        assertThat(rig.counts.ends).containsExactly(EndReason.CARRIER_UNBOUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x02, 0x03, 0x04, 0x07, 0x08, 0x09, 0x21, 0x111, 0x7FFFFFFF, 0})
    void any_other_request_is_nacked(int commandId) {
        link.write(Pdus.raw(commandId, 0, 19, new byte[5]));

        Frame.Pdu nack = link.read();
        assertThat(nack.commandId()).isEqualTo(CommandId.GENERIC_NACK);
        assertThat(nack.commandStatus()).isEqualTo(CommandStatus.ESME_RINVCMDID);
        assertThat(nack.sequenceNumber()).isEqualTo(19);
        assertThat(rig.inbox.arrivals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 15, 70_001, 0x7FFFFFFF, -1})
    void command_length_that_cannot_be_is_nacked_and_closed(int length) {
        byte[] header = Pdus.header(CommandId.DELIVER_SM, 0, 20);
        header[0] = (byte) (length >> 24);
        header[1] = (byte) (length >> 16);
        header[2] = (byte) (length >> 8);
        header[3] = (byte) length;
        link.write(header);

        assertBadLength(20);
    }

    @Test
    void command_length_that_cannot_be_is_nacked_even_if_no_header_follows() {
        link.write(new byte[] {0, 0, 0, 3});

        assertBadLength(0);
    }

    private void assertBadLength(int sequence) {
        Frame.Pdu nack = link.read();
        assertThat(nack.commandId()).isEqualTo(CommandId.GENERIC_NACK);
        assertThat(nack.commandStatus()).isEqualTo(CommandStatus.ESME_RINVCMDLEN);
        assertThat(nack.sequenceNumber()).isEqualTo(sequence);
        assertThat(link.isClosedByGateway()).isTrue();
        rig.smsc.bound();
        assertThat(rig.counts.ends).containsExactly(EndReason.BAD_COMMAND_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x80000000,
                0x80000001,
                0x80000004,
                0x80000005,
                0x80000006,
                0x80000009,
                0x80000015,
                0x80000103,
                0xFFFFFFFF,
                0x0B,
                0x102
            })
    void what_has_no_response_is_never_answered(int commandId) {
        link.write(
                Pdus.raw(commandId, 0, 21, new byte[] {0}),
                Pdus.header(CommandId.ENQUIRE_LINK, 0, 22));

        assertAnswer(link.read(), CommandId.ENQUIRE_LINK, CommandStatus.ESME_ROK, 22);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x04, 0x20, 0x44, 0x07})
    void delivery_receipt_is_acknowledged_and_counted_and_no_message(int esmClass) {
        link.write(
                Pdus.deliverSm(
                        23,
                        sm -> {
                            sm.setEsmClass((byte) esmClass);
                            Pdus.set(sm, Pdus.octets("id:no date:at all"));
                        }));

        assertAnswer(link.read(), CommandId.DELIVER_SM, CommandStatus.ESME_ROK, 23);
        assertThat(rig.inbox.arrivals()).isEmpty();
        String kind = esmClass == 0x20 ? "INTERMEDIATE" : "FINAL";
        assertThat(rig.counts.receipts).containsExactly(kind + " UNKNOWN");
    }

    @Test
    void parts_are_told_by_udh_in_the_message_or_payload_and_by_sar() {
        byte[] udh = {5, 0, 3, 77, 2, 1, 'h', 'i'};
        link.write(
                Pdus.deliverSm(
                        1,
                        sm -> {
                            sm.setEsmClass((byte) 0x40);
                            Pdus.set(sm, udh);
                            sar(sm, 9, 5, 4); // not allowed, and happens: the UDH counts
                        }),
                Pdus.deliverSm(
                        2,
                        sm -> {
                            sm.setEsmClass((byte) 0x40);
                            Pdus.tlv(sm, SmppConstants.TAG_MESSAGE_PAYLOAD, udh);
                        }),
                Pdus.deliverSm(
                        3,
                        sm -> {
                            Pdus.set(sm, Pdus.octets("hi"));
                            sar(sm, 0x1234, 3, 2);
                        }));
        for (int sequence = 1; sequence <= 3; sequence++) {
            assertAnswer(link.read(), CommandId.DELIVER_SM, CommandStatus.ESME_ROK, sequence);
        }
        assertThat(rig.inbox.segments())
                .extracting(Segment::concatenation)
                .containsExactly(
                        new Concatenation(77, 8, 2, 1),
                        new Concatenation(77, 8, 2, 1),
                        new Concatenation(0x1234, 16, 3, 2));
        assertThat(rig.inbox.segments())
                .extracting(s -> s.userData().octets())
                .containsOnly(Octets.wrap(Pdus.octets("hi")));
    }

    private static void sar(com.cloudhopper.smpp.pdu.Pdu sm, int reference, int total, int part) {
        Pdus.tlv(sm, SmppConstants.TAG_SAR_MSG_REF_NUM, (byte) (reference >> 8), (byte) reference);
        Pdus.tlv(sm, SmppConstants.TAG_SAR_TOTAL_SEGMENTS, (byte) total);
        Pdus.tlv(sm, SmppConstants.TAG_SAR_SEGMENT_SEQNUM, (byte) part);
    }

    private static void assertAnswer(Frame.Pdu answer, int request, int status, int sequence) {
        assertThat(answer.commandId()).isEqualTo(request | Pdus.RESPONSE);
        assertThat(CommandStatus.name(answer.commandStatus()))
                .isEqualTo(CommandStatus.name(status));
        assertThat(answer.sequenceNumber()).isEqualTo(sequence);
    }

    private static MessageId messageId() {
        return new MessageId(new UUID(1, 2));
    }
}
