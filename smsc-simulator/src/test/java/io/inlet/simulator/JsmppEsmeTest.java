package io.inlet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.inlet.simulator.message.Coding;
import io.inlet.simulator.message.MessageBuilder;
import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.simulator.message.Receipt;
import io.inlet.simulator.message.Split;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a library that we did not write makes of the carrier. */
class JsmppEsmeTest {
    private static final String LONG = "The quick brown fox jumps over the lazy dog. ".repeat(8);

    private final List<DeliverSm> received = new CopyOnWriteArrayList<>();
    private final SMPPSession esme = new SMPPSession();
    private ScriptedSmsc smsc = start();

    private static ScriptedSmsc start() {
        try {
            return ScriptedSmsc.start(SmscSettings.DEFAULT.withAccount("esme", "secret"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void listen() {
        esme.setMessageReceiverListener(new Receiver());
        esme.setPduProcessorDegree(1); // with more, it mixes up the order of what it receives
    }

    @AfterEach
    void close() {
        esme.unbindAndClose();
        smsc.close();
    }

    @Test
    void binds_and_unbinds() throws Exception {
        bind("secret");
        assertThat(smsc.awaitReceivers(1, Duration.ofSeconds(30))).isTrue();
        esme.unbindAndClose();
        await().atMost(Duration.ofSeconds(30)).until(() -> smsc.sessions().isEmpty());
        assertThat(smsc.violations()).isEmpty();
    }

    @Test
    void is_refused_with_a_wrong_password() {
        assertThatThrownBy(() -> bind("wrong")).hasMessageContaining("0000000e");
    }

    @Test
    void reads_addresses_and_text_of_each_alphabet() throws Exception {
        bind("secret");
        List<DeliverSm> all =
                deliver(
                        to().from("ACME").text("Price: 5 € [net]").as(Coding.GSM7),
                        to().from("+999777").text("plain").as(Coding.ASCII),
                        to().from("12345").text("Müller").as(Coding.LATIN1),
                        to().from("3/0:777").text("验证码 😀").as(Coding.UCS2));

        assertThat(all).extracting(DeliverSm::getDestAddress).containsOnly("999123456");
        assertThat(all).extracting(DeliverSm::getDestAddrTon).containsOnly((byte) 1);
        assertThat(all)
                .extracting(DeliverSm::getSourceAddr)
                .containsExactly("ACME", "999777", "12345", "777");
        assertThat(all)
                .extracting(DeliverSm::getSourceAddrTon)
                .containsExactly((byte) 5, (byte) 1, (byte) 0, (byte) 3);
        assertThat(all)
                .extracting(DeliverSm::getDataCoding)
                .containsExactly((byte) 0, (byte) 1, (byte) 3, (byte) 8);
        assertThat(all.get(0).getShortMessage())
                .startsWith('P', 'r', 'i', 'c', 'e')
                .contains(new byte[] {0x1b, 0x65, ' ', 0x1b, 0x3c, 'n', 'e', 't', 0x1b, 0x3e});
        assertThat(text(all.get(2), StandardCharsets.ISO_8859_1)).isEqualTo("Müller");
        assertThat(text(all.get(3), StandardCharsets.UTF_16BE)).isEqualTo("验证码 😀");
    }

    @Test
    void reads_parts_with_an_8_bit_header_in_the_order_chosen() throws Exception {
        bind("secret");
        List<DeliverSm> parts =
                deliver(3, to().text(LONG).split(Split.UDH8).order(3, 1, 2).reference(200));

        assertThat(parts).allSatisfy(part -> assertThat(part.isUdhi()).isTrue());
        assertThat(parts)
                .extracting(part -> part.getShortMessage()[5])
                .containsExactly((byte) 3, (byte) 1, (byte) 2);
        assertThat(parts.getFirst().getShortMessage()).startsWith(5, 0, 3, 200, 3, 3);
        assertThat(body(parts.get(1), 6) + body(parts.get(2), 6) + body(parts.get(0), 6))
                .isEqualTo(LONG);
    }

    @Test
    void reads_parts_with_a_16_bit_header() throws Exception {
        bind("secret");
        List<DeliverSm> parts = deliver(3, to().text(LONG).split(Split.UDH16).reference(0x1234));

        assertThat(parts.getFirst().getShortMessage()).startsWith(6, 8, 4, 0x12, 0x34, 3, 1);
        assertThat(body(parts.get(0), 7) + body(parts.get(1), 7) + body(parts.get(2), 7))
                .isEqualTo(LONG);
    }

    @Test
    void reads_parts_marked_by_sar_parameters() throws Exception {
        bind("secret");
        List<DeliverSm> parts = deliver(3, to().text(LONG).split(Split.SAR).reference(0x1234));

        OptionalParameter.Sar_msg_ref_num reference =
                parts.get(1).getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
        OptionalParameter.Sar_segment_seqnum number =
                parts.get(1).getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        OptionalParameter.Sar_total_segments total =
                parts.get(1).getOptionalParameter(OptionalParameter.Sar_total_segments.class);
        assertThat(reference.getValue()).isEqualTo((short) 0x1234);
        assertThat(number.getValue()).isEqualTo((byte) 2);
        assertThat(total.getValue()).isEqualTo((byte) 3);
        assertThat(body(parts.get(0), 0) + body(parts.get(1), 0) + body(parts.get(2), 0))
                .isEqualTo(LONG);
    }

    @Test
    void reads_a_long_message_from_message_payload() throws Exception {
        bind("secret");
        DeliverSm whole = deliver(1, to().text(LONG).split(Split.PAYLOAD)).getFirst();

        assertThat(whole.getShortMessage()).isEmpty();
        assertThat(payload(whole)).isEqualTo(LONG);
        assertThat(whole.isUdhi()).isFalse();
    }

    @Test
    void reads_a_header_inside_message_payload() throws Exception {
        bind("secret");
        List<DeliverSm> parts = deliver(2, to().text("ab").split(Split.UDH8_IN_PAYLOAD, 2));

        assertThat(parts.get(0).isUdhi()).isTrue();
        assertThat(payload(parts.get(1))).isEqualTo("\u0005\0\u0003\u0001\u0002\u0002b");
    }

    @Test
    void reads_a_delivery_receipt() throws Exception {
        bind("secret");
        DeliverSm receipt =
                deliver(1, to().from("+999777").receipt(new Receipt("abc-1", "DELIVRD")))
                        .getFirst();

        assertThat(receipt.isSmscDeliveryReceipt()).isTrue();
        assertThat(receipt.getShortMessageAsDeliveryReceipt().getId()).isEqualTo("abc-1");
        OptionalParameter.Receipted_message_id id =
                receipt.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        assertThat(id.getValueAsString()).isEqualTo("abc-1");
    }

    @Test
    void a_submit_sm_of_its_own_is_a_violation() throws Exception {
        bind("secret");
        assertThatThrownBy(this::submit).isInstanceOf(GenericNackResponseException.class);
        assertThat(smsc.violations()).extracting(Violation::commandId).containsExactly(0x04);
    }

    private void submit() throws Exception {
        esme.submitShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "999777",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "999123456",
                new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, GSMSpecificFeature.DEFAULT),
                (byte) 0,
                (byte) 0,
                "",
                "",
                new RegisteredDelivery(0),
                (byte) 0,
                new GeneralDataCoding(),
                (byte) 0,
                new byte[] {'x'});
    }

    private static MessageBuilder to() {
        return OutgoingMessage.to("+999123456").from("ACME");
    }

    private void bind(String password) throws IOException {
        var parameter =
                new BindParameter(
                        BindType.BIND_TRX,
                        "esme",
                        password,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "");
        esme.connectAndBind("127.0.0.1", smsc.port(), parameter);
    }

    private List<DeliverSm> deliver(MessageBuilder... messages) throws InterruptedException {
        for (MessageBuilder message : messages) {
            int before = received.size();
            deliver(before + 1, message);
        }
        return received;
    }

    private List<DeliverSm> deliver(int count, MessageBuilder message) throws InterruptedException {
        smsc.send(message.build());
        assertThat(smsc.ledger().awaitSettled(Duration.ofSeconds(30))).isTrue();
        assertThat(received).hasSize(count);
        assertThat(smsc.ledger().lost()).isZero();
        return received.stream().toList();
    }

    private static String text(DeliverSm pdu, Charset charset) {
        return new String(pdu.getShortMessage(), charset);
    }

    private static String body(DeliverSm pdu, int from) {
        return text(pdu, StandardCharsets.US_ASCII).substring(from);
    }

    private static String payload(DeliverSm pdu) {
        OptionalParameter.OctetString octets =
                (OptionalParameter.OctetString) pdu.getOptionalParameter(Tag.MESSAGE_PAYLOAD);
        return new String(octets.getValue(), StandardCharsets.US_ASCII);
    }

    private final class Receiver implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm deliverSm) throws ProcessRequestException {
            received.add(deliverSm);
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {}

        @Override
        public DataSmResult onAcceptDataSm(DataSm dataSm, Session source)
                throws ProcessRequestException {
            throw new ProcessRequestException("not expected", 0x03);
        }
    }
}
