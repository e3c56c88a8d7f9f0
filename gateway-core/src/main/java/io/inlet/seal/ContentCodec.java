package io.inlet.seal;

import io.inlet.code.CodeReading;
import io.inlet.intake.PartContent;
import io.inlet.sms.Address;
import io.inlet.sms.Alphabet;
import io.inlet.sms.BindId;
import io.inlet.sms.Content;
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
    private static final int VERSION = 1;

    private ContentCodec() {}

    /** The octets of a message's content. */
    public static byte[] encode(Content content) {
        OctetWriter out = new OctetWriter(64 + 2 * content.text().length());
        out.number(VERSION).text(content.text());
        sender(out, content.sender());
        address(out, content.destination());
        reading(out, content.reading());
        out.list(content.parts(), ContentCodec::received);
        return out.toByteArray();
    }

    /**
     * Reads {@link #encode(Content)}.
     *
     * @throws IllegalArgumentException if the octets are of no known form
     */
    public static Content decodeContent(byte[] octets) {
        OctetReader in = open(octets);
        return new Content(
                in.text(), sender(in), address(in), reading(in), in.list(ContentCodec::received));
    }

    /** The octets of a part that waits for the others. */
    public static byte[] encode(PartContent part) {
        OctetWriter out = new OctetWriter(64 + 2 * part.received().pdu().length());
        out.number(VERSION);
        address(out, part.source());
        address(out, part.destination());
        out.text(part.userData().alphabet().name());
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
        OctetReader in = open(octets);
        Address source = address(in);
        Address destination = address(in);
        Alphabet alphabet = Alphabet.valueOf(in.text());
        return new PartContent(
                source,
                destination,
                new UserData(alphabet, in.octets(), in.octets()),
                received(in));
    }

    private static OctetReader open(byte[] octets) {
        OctetReader in = new OctetReader(octets);
        long version = in.number();
        if (version != VERSION) {
            throw new IllegalArgumentException("content of form " + version + " is not known");
        }
        return in;
    }

    private static void sender(OctetWriter out, Sender sender) {
        out.text(sender.raw()).text(sender.kind().name());
        out.number(sender.ton()).number(sender.npi()).text(sender.display());
    }

    private static Sender sender(OctetReader in) {
        return new Sender(
                in.text(),
                Sender.Kind.valueOf(in.text()),
                (int) in.number(),
                (int) in.number(),
                in.text());
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

    private static void address(OctetWriter out, Address address) {
        out.number(address.ton()).number(address.npi()).text(address.value());
    }

    private static Address address(OctetReader in) {
        return new Address((int) in.number(), (int) in.number(), in.text());
    }

    private static void reading(OctetWriter out, CodeReading reading) {
        out.optionalText(reading.code()).optionalText(reading.display());
        out.text(reading.kind().name()).optionalText(reading.brand());
        Duration validFor = reading.validFor();
        out.number(validFor == null ? -1 : validFor.toSeconds());
        out.text(reading.purpose().name());
        out.number(Double.doubleToLongBits(reading.confidence()));
        out.text(reading.rule()).number(reading.ruleVersion());
        out.list(reading.candidates(), OctetWriter::text);
    }

    private static CodeReading reading(OctetReader in) {
        return new CodeReading(
                in.optionalText(),
                in.optionalText(),
                CodeReading.Kind.valueOf(in.text()),
                in.optionalText(),
                validFor(in.number()),
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
