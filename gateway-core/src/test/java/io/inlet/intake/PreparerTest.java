package io.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.CueExtractor;
import io.inlet.id.Uuid7;
import io.inlet.sms.Address;
import io.inlet.sms.Alphabet;
import io.inlet.sms.Answered;
import io.inlet.sms.BindId;
import io.inlet.sms.Concatenation;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.sms.Segment;
import io.inlet.sms.Sender;
import io.inlet.sms.SessionId;
import io.inlet.sms.UnreadableFrame;
import io.inlet.sms.UserData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
        return new Segment(
                ORIGIN,
                AT,
                Answered.NOTHING,
                new Address(5, 0, "Linden"),
                DESTINATION,
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
}
