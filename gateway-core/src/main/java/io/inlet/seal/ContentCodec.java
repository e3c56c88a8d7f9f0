package io.inlet.seal;

import io.inlet.code.CodeReading;
import io.inlet.intake.PartContent;
import io.inlet.sms.Address;
import io.inlet.sms.BindId;
import io.inlet.sms.Content;
import io.inlet.sms.Encoding;
import io.inlet.sms.Envelope;
import io.inlet.sms.ReceivedPart;
import io.inlet.sms.Sender;
import io.inlet.sms.UserData;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The octets of content before they are sealed. The first octet is the version of the form: an
 * older form stays readable for as long as messages are kept. Stateless.
 */
public final class ContentCodec {
    private static final int VERSION = 3;

    /** Readings had no moment until which a code is good. */
    private static final int WITHOUT_MOMENT = 2;

    private ContentCodec() {}

    /** The octets of a message's content. */
    public static byte[] encode(Content content) {
        OctetWriter out = new OctetWriter(64 + 2 * content.text().length());
        out.number(VERSION).text(content.text());
        sender(out, content.sender());
        EnvelopeCodec.address(out, content.destination());
        reading(out, content.reading());
        out.list(content.parts(), ContentCodec::received);
        EnvelopeCodec.encoding(out, content.encoding());
        EnvelopeCodec.ports(out, content.ports());
        out.list(content.carrierFields(), EnvelopeCodec::carrierField);
        return out.toByteArray();
    }

    /**
     * Reads {@link #encode(Content)}.
     *
     * @throws IllegalArgumentException if the octets are of no known form
     */
    public static Content decodeContent(byte[] octets) {
        OctetReader in = new OctetReader(octets);
        long version = version(in);
        return new Content(
                in.text(),
                sender(in),
                EnvelopeCodec.address(in),
                reading(in, version),
                in.list(ContentCodec::received),
                EnvelopeCodec.encoding(in),
                EnvelopeCodec.ports(in),
                in.list(EnvelopeCodec::carrierField));
    }

    /** The octets of a part that waits for the others. */
    public static byte[] encode(PartContent part) {
        OctetWriter out = new OctetWriter(64 + 2 * part.received().pdu().length());
        out.number(VERSION);
        EnvelopeCodec.address(out, part.source());
        EnvelopeCodec.address(out, part.destination());
        EnvelopeCodec.envelope(out, part.envelope());
        EnvelopeCodec.encoding(out, part.userData().encoding());
        out.octets(part.userData().header()).octets(part.userData().octets());
        received(out, part.received());
        return out.toByteArray();
    }

    /**
     * Reads {@link #encode(PartContent)}.
     *
     * @throws IllegalArgumentException if the octets are of no known form
     */
    public static PartContent decodePart(byte[] octets) {
        OctetReader in = new OctetReader(octets);
        version(in);
        Address source = EnvelopeCodec.address(in);
        Address destination = EnvelopeCodec.address(in);
        Envelope envelope = EnvelopeCodec.envelope(in);
        Encoding encoding = EnvelopeCodec.encoding(in);
        return new PartContent(
                source,
                destination,
                envelope,
                new UserData(encoding, in.octets(), in.octets()),
                received(in));
    }

    private static long version(OctetReader in) {
        long version = in.number();
        if (version != VERSION && version != WITHOUT_MOMENT) {
            throw new IllegalArgumentException("content of form " + version + " is not known");
        }
        return version;
    }

    private static void sender(OctetWriter out, Sender sender) {
        out.text(sender.raw()).text(sender.kind().name());
        out.number(sender.ton()).number(sender.npi()).text(sender.display());
        out.optionalText(sender.country());
    }

    private static Sender sender(OctetReader in) {
        return new Sender(
                in.text(),
                Sender.Kind.valueOf(in.text()),
                (int) in.number(),
                (int) in.number(),
                in.text(),
                in.optionalText());
    }

    private static void received(OctetWriter out, ReceivedPart part) {
        UUID bind = part.bind().uuid();
        Instant arrival = part.arrivedAt();
        out.number(part.number());
        out.number(bind.getMostSignificantBits()).number(bind.getLeastSignificantBits());
        out.number(arrival.getEpochSecond()).number(arrival.getNano());
        out.octets(part.pdu());
    }

    private static ReceivedPart received(OctetReader in) {
        return new ReceivedPart(
                (int) in.number(),
                new BindId(new UUID(in.number(), in.number())),
                Instant.ofEpochSecond(in.number(), in.number()),
                in.octets());
    }

    private static void reading(OctetWriter out, CodeReading reading) {
        out.optionalText(reading.code()).optionalText(reading.display());
        out.text(reading.kind().name()).optionalText(reading.brand());
        Duration validFor = reading.validFor();
        out.number(validFor == null ? -1 : validFor.toSeconds());
        MomentCodec.moment(out, reading.validUntil());
        out.text(reading.purpose().name());
        out.number(Double.doubleToLongBits(reading.confidence()));
        out.text(reading.rule()).number(reading.ruleVersion());
        out.list(reading.candidates(), OctetWriter::text);
    }

    private static CodeReading reading(OctetReader in, long version) {
        return new CodeReading(
                in.optionalText(),
                in.optionalText(),
                CodeReading.Kind.valueOf(in.text()),
                in.optionalText(),
                validFor(in.number()),
                version == WITHOUT_MOMENT ? null : MomentCodec.moment(in),
                CodeReading.Purpose.valueOf(in.text()),
                Double.longBitsToDouble(in.number()),
                in.text(),
                (int) in.number(),
                in.list(OctetReader::text));
    }

    private static @Nullable Duration validFor(long seconds) {
        return seconds < 0 ? null : Duration.ofSeconds(seconds);
    }
}
