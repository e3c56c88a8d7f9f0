package io.inlet.http;

import io.inlet.code.CodeReading;
import io.inlet.code.LocalMoment;
import io.inlet.id.Uuid7;
import io.inlet.lease.Lease;
import io.inlet.sms.Address;
import io.inlet.sms.Alphabet;
import io.inlet.sms.CarrierField;
import io.inlet.sms.Content;
import io.inlet.sms.Encoding;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageStatus;
import io.inlet.sms.Ports;
import io.inlet.sms.Sender;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/** Messages as carriers bring them, in our own words. */
final class SampleMessages {
    private static final Sender SENDER = new Sender("Acme", Sender.Kind.ALPHANUMERIC, 5, 0, "Acme");

    private static final Ports PORTS = new Ports(2948, 9200);
    private static final CodeReading NOTHING =
            new CodeReading(
                    null,
                    null,
                    CodeReading.Kind.NOTIFICATION,
                    null,
                    null,
                    null,
                    CodeReading.Purpose.UNKNOWN,
                    0.5,
                    "none",
                    1,
                    List.of());

    private SampleMessages() {}

    static Content code(String code) {
        return content(
                "Your Acme code is " + code + ". It is good for 10 minutes.",
                new CodeReading(
                        code,
                        code,
                        CodeReading.Kind.ONE_TIME_CODE,
                        "Acme",
                        Duration.ofMinutes(10),
                        null,
                        CodeReading.Purpose.LOGIN,
                        0.98,
                        "keyword",
                        1,
                        List.of("2026")));
    }

    static Content until(String code, LocalTime end) {
        return content(
                "Your Acme code is " + code + ". It is good until " + end,
                new CodeReading(
                        code,
                        code,
                        CodeReading.Kind.ONE_TIME_CODE,
                        "Acme",
                        null,
                        LocalMoment.at(end),
                        CodeReading.Purpose.LOGIN,
                        0.98,
                        "keyword",
                        1,
                        List.of()));
    }

    static Content text(String text) {
        return content(text, NOTHING);
    }

    static Message message(Lease lease, Content content, Instant at, Message.Segments segments) {
        return new Message(
                new MessageId(Uuid7.mint(at)),
                lease.id(),
                lease.msisdn(),
                lease.terms().routingTag(),
                content,
                new Message.Times(at, at, null),
                MessageStatus.RECEIVED,
                segments,
                1,
                1,
                lease.profile() == null);
    }

    static Message revised(Message former, Content content) {
        return new Message(
                former.id(),
                former.lease(),
                former.numberUsed(),
                former.routingTag(),
                content,
                former.times(),
                former.status(),
                Message.Segments.complete(former.segments().total()),
                former.deliveryCount(),
                former.version() + 1,
                former.simulated());
    }

    private static Content content(String text, CodeReading reading) {
        return content(text, reading, Encoding.of(Alphabet.GSM7), List.of());
    }

    /** A message that tells of a voice message. */
    static Content voicemail() {
        return content("", NOTHING, new Encoding(0xc8, Alphabet.GSM7), List.of());
    }

    /** A flash message in binary, from a carrier that says more. */
    static Content binary() {
        List<CarrierField> fields =
                List.of(
                        new CarrierField.Text("operator", "Nord"),
                        new CarrierField.Whole("mcc", 262));
        return content("00ff", NOTHING, new Encoding(0xf5, Alphabet.BINARY), fields);
    }

    private static Content content(
            String text, CodeReading reading, Encoding encoding, List<CarrierField> fields) {
        Address destination = new Address(1, 1, "x");
        Ports ports = encoding.isBinary() ? PORTS : null;
        return new Content(text, SENDER, destination, reading, List.of(), encoding, ports, fields);
    }
}
