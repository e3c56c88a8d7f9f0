package io.inlet.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inlet.code.CodeReading;
import io.inlet.code.LocalMoment;
import io.inlet.code.SampleReading;
import io.inlet.intake.PartContent;
import io.inlet.sms.Address;
import io.inlet.sms.Alphabet;
import io.inlet.sms.BindId;
import io.inlet.sms.CarrierField;
import io.inlet.sms.Content;
import io.inlet.sms.Encoding;
import io.inlet.sms.Envelope;
import io.inlet.sms.Octets;
import io.inlet.sms.Ports;
import io.inlet.sms.ReceivedPart;
import io.inlet.sms.Sender;
import io.inlet.sms.UserData;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContentCodecTest {
    private static final Address DESTINATION = new Address(1, 255, "4915112345678");
    private static final CodeReading FULL =
            SampleReading.of("270415")
                    .display("270-415")
                    .brand("Linden")
                    .validFor(Duration.ofMinutes(5))
                    .purpose(CodeReading.Purpose.LOGIN)
                    .confidence(0.97)
                    .rule("near_otp", 1)
                    .candidates("551209", "4421")
                    .reading();

    /** Content as it was stored before there were moments. */
    private static final String FORMER =
            "0418436f6465203237302d3431350a37323334351453484f52545f434f444506000a37323334"
                    + "3504444502fe031a343931353131323334353637380c3237303431350e3237302d3431351a4f"
                    + "4e455f54494d455f434f44450c4c696e64656ed8040a4c4f47494e94dc9e8aae8f85ef7f106e"
                    + "6561725f6f747002040c353531323039083434323100e2031647534d375f5041434b4544feff"
                    + "07000400106f70657261746f72084e6f726402066d6363ffffffffffffffffff01";

    private static final CodeReading NOTHING = SampleReading.of(null).rule("none", 1).reading();

    private static final List<CarrierField> FIELDS =
            List.of(
                    new CarrierField.Text("operator", "Nord"),
                    new CarrierField.Whole("mcc", Long.MIN_VALUE));

    private static final Ports PORTS = new Ports(65535, 0);

    private static Content content(String text, CodeReading reading, List<ReceivedPart> parts) {
        var sender = new Sender("72345", Sender.Kind.SHORT_CODE, 3, 0, "72345", "DE");
        var encoding = new Encoding(0xf1, Alphabet.GSM7_PACKED);
        return new Content(text, sender, DESTINATION, reading, parts, encoding, PORTS, FIELDS);
    }

    private static PartContent part() {
        var data = new UserData(Alphabet.UCS2, Octets.hex("050003420201"), Octets.hex("d83d"));
        Address source = new Address(5, 0, "Linden");
        Envelope envelope = new Envelope(source, DESTINATION, "DE", PORTS, FIELDS);
        return new PartContent(
                source, DESTINATION, envelope, data, received(2, Octets.hex("0102")));
    }

    private static ReceivedPart received(int number, Octets pdu) {
        return new ReceivedPart(
                number,
                new BindId(new UUID(-1, number)),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                pdu);
    }

    @Test
    void content_survives_its_octets() {
        List<ReceivedPart> parts =
                List.of(
                        received(1, Octets.hex("00")),
                        received(2, Octets.EMPTY),
                        received(255, Octets.wrap(new byte[70_000])));
        Content full = content("Ihr Code 😀 270-415\n\uFFFD", FULL, parts);
        assertThat(ContentCodec.decodeContent(ContentCodec.encode(full))).isEqualTo(full);
        Content least = content("", NOTHING, List.of());
        assertThat(ContentCodec.decodeContent(ContentCodec.encode(least))).isEqualTo(least);
    }

    @Test
    void part_survives_its_octets() {
        assertThat(ContentCodec.decodePart(ContentCodec.encode(part()))).isEqualTo(part());
        Address address = new Address(0, 0, "");
        var least =
                new PartContent(
                        address,
                        address,
                        Envelope.of(address, address),
                        part().userData(),
                        received(1, Octets.EMPTY));
        assertThat(ContentCodec.decodePart(ContentCodec.encode(least))).isEqualTo(least);
    }

    @Test
    void moment_until_which_a_code_is_good_survives() {
        LocalTime time = LocalTime.of(14, 35, 20);
        MonthDay day = MonthDay.of(2, 29);
        List<LocalMoment> moments =
                List.of(
                        LocalMoment.at(time),
                        new LocalMoment(null, day, null, null),
                        new LocalMoment(null, day, 2032, null),
                        new LocalMoment(time, day, 2032, ZoneOffset.ofHoursMinutes(-3, -30)));
        for (LocalMoment moment : moments) {
            Content content = content("x", until(moment), List.of());
            assertThat(ContentCodec.decodeContent(ContentCodec.encode(content))).isEqualTo(content);
        }
    }

    private static CodeReading until(LocalMoment moment) {
        return SampleReading.of("270415").display("270-415").validUntil(moment).reading();
    }

    @Test
    void content_of_the_form_before_still_opens() {
        assertThat(ContentCodec.decodeContent(HexFormat.of().parseHex(FORMER)))
                .isEqualTo(content("Code 270-415", FULL, List.of()));
    }

    @Test
    void moment_that_is_none_is_refused() {
        byte[] octets =
                ContentCodec.encode(
                        content("x", until(LocalMoment.at(LocalTime.of(0, 0, 9))), List.of()));
        for (int i = 0; i < octets.length - 1; i++) {
            if (octets[i] == 2 && octets[i + 1] == 18) { // a time, its seconds
                octets[i] = 16; // of nothing the distance to UTC
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ContentCodec.decodeContent(octets));
    }

    @Test
    void unknown_form_is_refused() {
        byte[] octets = ContentCodec.encode(content("x", FULL, List.of()));
        octets[0] = 8;
        assertThatIllegalArgumentException().isThrownBy(() -> ContentCodec.decodeContent(octets));
    }

    @Test
    void octets_that_end_early_are_refused() {
        byte[] octets =
                ContentCodec.encode(content("text", FULL, List.of(received(1, Octets.hex("01")))));
        for (int length = 0; length < octets.length; length++) {
            byte[] cut = Arrays.copyOf(octets, length);
            assertThatIllegalArgumentException().isThrownBy(() -> ContentCodec.decodeContent(cut));
        }
    }

    @Test
    void numbers_of_any_size_survive() {
        Random random = new Random(5);
        OctetWriter out = new OctetWriter(1);
        long[] numbers = random.longs(1_000).map(n -> n >> (n & 63)).toArray();
        numbers[0] = Long.MIN_VALUE;
        numbers[1] = Long.MAX_VALUE;
        for (long number : numbers) {
            out.number(number);
        }
        OctetReader in = new OctetReader(out.toByteArray());
        for (long number : numbers) {
            assertThat(in.number()).isEqualTo(number);
        }
    }
}
