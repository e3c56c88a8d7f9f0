package io.inlet.http;

import io.inlet.code.CodeReading;
import io.inlet.id.Uuid7;
import io.inlet.lease.Lease;
import io.inlet.sms.Address;
import io.inlet.sms.Content;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageStatus;
import io.inlet.sms.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Messages as carriers bring them, in our own words. */
final class SampleMessages {
    private static final Sender SENDER = new Sender("Acme", Sender.Kind.ALPHANUMERIC, 5, 0, "Acme");

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
                        CodeReading.Purpose.LOGIN,
                        0.98,
                        "keyword",
                        1,
                        List.of("2026")));
    }

    static Content text(String text) {
        return content(
                text,
                new CodeReading(
                        null,
                        null,
                        CodeReading.Kind.NOTIFICATION,
                        null,
                        null,
                        CodeReading.Purpose.UNKNOWN,
                        0.5,
                        "none",
                        1,
                        List.of()));
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
        return new Content(text, SENDER, new Address(1, 1, "x"), reading, List.of());
    }
}
