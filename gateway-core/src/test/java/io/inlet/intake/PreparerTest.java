package io.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.CodeReading;
import io.inlet.code.CueExtractor;
import io.inlet.id.Uuid7;
import io.inlet.sms.Address;
import io.inlet.sms.Alphabet;
import io.inlet.sms.Answered;
import io.inlet.sms.BindId;
import io.inlet.sms.CarrierField;
import io.inlet.sms.Concatenation;
import io.inlet.sms.Content;
import io.inlet.sms.Encoding;
import io.inlet.sms.Envelope;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.sms.Ports;
import io.inlet.sms.Segment;
import io.inlet.sms.Sender;
import io.inlet.sms.SessionId;
import io.inlet.sms.UnreadableFrame;
import io.inlet.sms.UserData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreparerTest {
    private static final Instant AT = Instant.parse("2031-04-02T10:00:00.5Z");
    private static final Origin ORIGIN =
            new Origin("north", new BindId(new UUID(0, 1)), new SessionId(new UUID(0, 2)), false);
    private static final Address DESTINATION = new Address(1, 1, "4915112345678");

    private final Composer composer = new Composer(new CueExtractor());
    private final Preparer preparer =
            new Preparer(new KeyedHash(new SecretKeySpec(new byte[32], "HmacSHA256")), composer);

    private static Segment segment(String text, @Nullable Concatenation part) {
        Octets octets = Octets.wrap(text.getBytes(StandardCharsets.UTF_16BE));
        Address source = new Address(5, 0, "Linden");
        return new Segment(
                ORIGIN,
                AT,
                Answered.NOTHING,
                source,
                DESTINATION,
                Envelope.of(source, DESTINATION),
                new UserData(Alphabet.UCS2, Octets.EMPTY, octets),
                part,
                Segment.CarrierFacts.NONE,
                Octets.hex("00"));
    }

    @Test
    void whole_message_is_read_and_named_by_its_arrival() {
        var whole = (Submission.Whole) preparer.prepare(segment("Your code is 270415", null));
        assertThat(Uuid7.time(whole.id().uuid())).isEqualTo(AT);
        assertThat(whole.draft().hasCode()).isTrue();
        assertThat(whole.draft().content().text()).isEqualTo("Your code is 270415");
        assertThat(whole.draft().content().reading().code()).isEqualTo("270415");
        assertThat(whole.draft().content().sender().kind()).isEqualTo(Sender.Kind.ALPHANUMERIC);
        assertThat(whole.draft().times()).isEqualTo(new Message.Times(AT, AT, null));
    }

    @Test
    void only_part_of_a_message_of_one_is_a_whole() {
        var only = new Concatenation(7, 8, 1, 1);
        assertThat(preparer.prepare(segment("x", only))).isInstanceOf(Submission.Whole.class);
    }

    @Test
    void parts_of_one_message_share_their_meeting_place_and_nothing_else() {
        var first = (Submission.Part) preparer.prepare(segment("a", new Concatenation(7, 8, 2, 1)));
        var last = (Submission.Part) preparer.prepare(segment("a", new Concatenation(7, 8, 2, 2)));
        assertThat(first.reassembly()).isEqualTo(last.reassembly());
        assertThat(first.fingerprint()).isNotEqualTo(last.fingerprint());
        assertThat(first.id()).isNotEqualTo(last.id());
    }

    @Test
    void unreadable_frame_is_kept_raw() {
        var frame = new UnreadableFrame(ORIGIN, AT, Answered.NOTHING, Octets.hex("0102"), "cut");
        var raw = (Submission.Raw) preparer.prepare(frame);
        assertThat(raw.reason()).isEqualTo(QuarantineReason.UNREADABLE);
        assertThat(raw.arrival()).isEqualTo(frame);
    }

    @Test
    void assembled_message_joins_what_its_parts_split() {
        List<PartContent> parts =
                List.of(
                        PartContent.of(segment("Your code is 270", new Concatenation(7, 8, 3, 1))),
                        PartContent.of(segment("415 😀", new Concatenation(7, 8, 3, 2))));
        var id = new MessageId(new UUID(0, 9));
        var times = new Message.Times(AT, AT.plusSeconds(5), null);
        Draft draft = composer.assembled(id, parts, times, 3);
        assertThat(draft.content().text()).isEqualTo("Your code is 270415 😀\uFFFD");
        assertThat(draft.content().reading().code()).isEqualTo("270415");
        assertThat(draft.content().parts()).hasSize(2);
        assertThat(draft.segments()).isEqualTo(new Message.Segments(3, List.of(3)));
        assertThat(draft.times()).isEqualTo(times);
        assertThat(draft.id()).isEqualTo(id);
    }

    @Test
    void what_is_read_again_by_the_same_rules_is_what_it_was() {
        PartContent first =
                PartContent.of(segment("Your code is 2704", new Concatenation(7, 8, 2, 1)));
        PartContent halved =
                PartContent.of(segment("Your code is 270415\ud83d", new Concatenation(7, 8, 2, 1)));
        var id = new MessageId(new UUID(0, 9));
        var times = new Message.Times(AT, AT, null);
        List<Draft> drafts =
                List.of(
                        composer.whole(segment("Linden: code 270415", null), id),
                        composer.whole(segment("see you at 8", null), id),
                        composer.assembled(id, List.of(first), times, 2),
                        composer.assembled(id, List.of(halved), times, 2));
        assertThat(drafts)
                .allSatisfy(draft -> assertThat(again(draft)).isEqualTo(draft.content().reading()));
        assertThat(drafts.getLast().hasCode()).isTrue();
    }

    private CodeReading again(Draft draft) {
        return composer.readAgain(draft.id(), draft.content(), draft.times(), draft.segments())
                .content()
                .reading();
    }

    @Test
    void binary_is_shown_in_hexadecimal_and_not_searched_for_codes() {
        var data = new UserData(Alphabet.BINARY, Octets.EMPTY, Octets.hex("271604"));
        Segment text = segment("x", null);
        var binary =
                new Segment(
                        ORIGIN,
                        AT,
                        Answered.NOTHING,
                        text.source(),
                        text.destination(),
                        text.envelope(),
                        data,
                        null,
                        Segment.CarrierFacts.NONE,
                        text.pdu());
        List<String> searched = new ArrayList<>();
        var composer =
                new Composer((read, sender) -> {
                    searched.add(read);
                    return new CueExtractor().read(read, sender);
                });
        Content content = composer.whole(binary, new MessageId(new UUID(0, 9))).content();
        assertThat(content.text()).isEqualTo("271604");
        assertThat(content.encoding().isBinary()).isTrue();
        composer.readAgain(
                new MessageId(new UUID(0, 9)),
                content,
                new Message.Times(AT, AT, null),
                Message.Segments.complete(1));
        assertThat(searched).containsExactly("", "");
    }

    @Test
    void content_keeps_addresses_encoding_and_fields_as_received() {
        Segment text = segment("x", null);
        Address raw = new Address(0, 9, "0049 151");
        List<CarrierField> fields = List.of(new CarrierField.Whole("mcc", 262));
        var segment =
                new Segment(
                        ORIGIN,
                        AT,
                        Answered.NOTHING,
                        new Address(1, 1, "4915112345678"),
                        text.destination(),
                        new Envelope(raw, new Address(2, 3, "0151"), "DE", new Ports(1, 2), fields),
                        new UserData(
                                new Encoding(0x18, Alphabet.UCS2),
                                Octets.EMPTY,
                                Octets.hex("0041")),
                        null,
                        Segment.CarrierFacts.NONE,
                        text.pdu());
        Content content = ((Submission.Whole) preparer.prepare(segment)).draft().content();
        assertThat(content.sender())
                .isEqualTo(new Sender("0049 151", Sender.Kind.E164, 0, 9, "+4915112345678"));
        assertThat(content.destination()).isEqualTo(new Address(2, 3, "0151"));
        assertThat(content.encoding()).isEqualTo(new Encoding(0x18, Alphabet.UCS2));
        assertThat(content.ports()).isEqualTo(new Ports(1, 2));
        assertThat(content.carrierFields()).isEqualTo(fields);
    }
}
