package io.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sms.Address;
import io.inlet.sms.Alphabet;
import io.inlet.sms.Answered;
import io.inlet.sms.BindId;
import io.inlet.sms.Concatenation;
import io.inlet.sms.Envelope;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.sms.Segment;
import io.inlet.sms.Segment.CarrierFacts;
import io.inlet.sms.SessionId;
import io.inlet.sms.UnreadableFrame;
import io.inlet.sms.UserData;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
    private static final Instant AT = Instant.parse("2031-04-02T10:00:00Z");
    private static final Address SOURCE = new Address(5, 0, "Linden");
    private static final Address DESTINATION = new Address(1, 1, "4915112345678");
    private static final UserData DATA = data("", "4142");
    private static final CarrierFacts FACTS = new CarrierFacts(AT, "m-1");
    private static final Concatenation PART = new Concatenation(7, 8, 3, 1);
    private static final Octets PDU =
            Octets.hex("00000014" + "00000005" + "00000000" + "00000001" + "deadbeef");

    private final KeyedHash hash = hash(1);

    private static KeyedHash hash(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return new KeyedHash(new SecretKeySpec(key, "HmacSHA256"));
    }

    private static UserData data(String header, String octets) {
        return new UserData(Alphabet.GSM7, Octets.hex(header), Octets.hex(octets));
    }

    private static Origin origin(String carrier, long session) {
        return new Origin(
                carrier,
                new BindId(new UUID(0, session)),
                new SessionId(new UUID(1, session)),
                false);
    }

    /** What an SMS is known by, with one field changed at a time. */
    private record Sample(
            String carrier,
            Address source,
            Address destination,
            UserData data,
            @Nullable Concatenation part,
            CarrierFacts facts) {

        Segment at(Instant receivedAt, long session, Octets pdu) {
            return new Segment(
                    origin(carrier, session),
                    receivedAt,
                    Answered.NOTHING,
                    source,
                    destination,
                    Envelope.of(source, destination),
                    data,
                    part,
                    facts,
                    pdu);
        }

        Segment segment() {
            return at(AT, 1, PDU);
        }
    }

    private static Sample sample() {
        return new Sample("north", SOURCE, DESTINATION, DATA, PART, FACTS);
    }

    private static List<Sample> variations() {
        var other = new Address(1, 1, "4915112345679");
        return List.of(
                sample(),
                new Sample("south", SOURCE, DESTINATION, DATA, PART, FACTS),
                new Sample("north", new Address(5, 0, "Linde"), DESTINATION, DATA, PART, FACTS),
                new Sample("north", new Address(0, 0, "Linden"), DESTINATION, DATA, PART, FACTS),
                new Sample("north", new Address(5, 1, "Linden"), DESTINATION, DATA, PART, FACTS),
                new Sample("north", SOURCE, other, DATA, PART, FACTS),
                new Sample("north", SOURCE, DESTINATION, data("", "4143"), PART, FACTS),
                new Sample("north", SOURCE, DESTINATION, data("4142", ""), PART, FACTS),
                new Sample("north", SOURCE, DESTINATION, data("41", "42"), PART, FACTS),
                new Sample("north", SOURCE, DESTINATION, DATA, null, FACTS),
                new Sample(
                        "north", SOURCE, DESTINATION, DATA, new Concatenation(8, 8, 3, 1), FACTS),
                new Sample(
                        "north", SOURCE, DESTINATION, DATA, new Concatenation(7, 16, 3, 1), FACTS),
                new Sample(
                        "north", SOURCE, DESTINATION, DATA, new Concatenation(7, 8, 4, 1), FACTS),
                new Sample(
                        "north", SOURCE, DESTINATION, DATA, new Concatenation(7, 8, 3, 2), FACTS),
                new Sample("north", SOURCE, DESTINATION, DATA, PART, CarrierFacts.NONE),
                new Sample("north", SOURCE, DESTINATION, DATA, PART, new CarrierFacts(AT, "m-2")),
                new Sample("north", SOURCE, DESTINATION, DATA, PART, new CarrierFacts(AT, "")),
                new Sample(
                        "north", SOURCE, DESTINATION, DATA, PART, new CarrierFacts(null, "m-1")));
    }

    @Test
    void second_delivery_over_another_session_has_the_same_fingerprint() {
        Octets again = Octets.hex("00000014" + "00000005" + "00000000" + "00000777" + "deadbeef");
        assertThat(hash.fingerprint(sample().at(AT.plusSeconds(30), 2, again)))
                .isEqualTo(hash.fingerprint(sample().segment()));
    }

    @Test
    void each_field_changes_the_fingerprint() {
        Set<UUID> fingerprints = new HashSet<>();
        variations().forEach(v -> fingerprints.add(hash.fingerprint(v.segment())));
        assertThat(fingerprints).hasSameSizeAs(variations());
    }

    @Test
    void octets_that_look_like_a_part_number_do_not_make_one() {
        UserData looksLikePart =
                data(
                        "0000000000000008"
                                + "0000000000000003"
                                + "0000000000000001"
                                + "0000000000000000"
                                + "0000000000000008",
                        "");
        Sample without = new Sample("north", SOURCE, DESTINATION, looksLikePart, null, FACTS);
        Sample with =
                new Sample(
                        "north",
                        SOURCE,
                        DESTINATION,
                        data("", "0000000000000000"),
                        new Concatenation(40, 8, 3, 1),
                        FACTS);
        assertThat(hash.fingerprint(without.segment()))
                .isNotEqualTo(hash.fingerprint(with.segment()));
    }

    @Test
    void another_key_gives_another_fingerprint() {
        assertThat(hash(2).fingerprint(sample().segment()))
                .isNotEqualTo(hash.fingerprint(sample().segment()));
    }

    @Test
    void unreadable_frame_is_known_by_its_octets_but_not_its_sequence_number() {
        var frame = new UnreadableFrame(origin("north", 1), AT, Answered.NOTHING, PDU, "cut");
        Octets again = Octets.hex("00000014" + "00000005" + "00000000" + "00000777" + "deadbeef");
        Octets changed = Octets.hex("00000014" + "00000005" + "00000000" + "00000001" + "deadbeee");
        UUID fingerprint = hash.fingerprint(frame);
        assertThat(
                        hash.fingerprint(
                                new UnreadableFrame(
                                        origin("north", 2), AT, Answered.NOTHING, again, "other")))
                .isEqualTo(fingerprint);
        assertThat(
                        hash.fingerprint(
                                new UnreadableFrame(
                                        origin("north", 1), AT, Answered.NOTHING, changed, "cut")))
                .isNotEqualTo(fingerprint);
        assertThat(
                        hash.fingerprint(
                                new UnreadableFrame(
                                        origin("south", 1), AT, Answered.NOTHING, PDU, "cut")))
                .isNotEqualTo(fingerprint);
        assertThat(
                        hash.fingerprint(
                                new UnreadableFrame(
                                        origin("north", 1),
                                        AT,
                                        Answered.NOTHING,
                                        Octets.EMPTY,
                                        "cut")))
                .isNotEqualTo(fingerprint);
    }

    @Test
    void parts_of_one_message_meet_and_those_of_others_do_not() {
        UUID meeting = hash.reassembly(sample().segment(), PART);
        assertThat(hash.reassembly(sample().segment(), new Concatenation(7, 8, 3, 3)))
                .isEqualTo(meeting);
        assertThat(hash.reassembly(sample().segment(), new Concatenation(7, 16, 3, 1)))
                .isNotEqualTo(meeting);
        assertThat(hash.reassembly(sample().segment(), new Concatenation(7, 8, 2, 1)))
                .isNotEqualTo(meeting);
        assertThat(hash.reassembly(variations().get(1).segment(), PART)).isNotEqualTo(meeting);
        assertThat(hash.reassembly(variations().get(2).segment(), PART)).isNotEqualTo(meeting);
        assertThat(hash.reassembly(variations().get(5).segment(), PART)).isNotEqualTo(meeting);
    }

    @Test
    void binds_of_a_carrier_that_write_a_number_differently_mean_the_same() {
        Segment one = received(new Address(0, 0, "015112345678"), DESTINATION);
        Segment other = received(new Address(1, 1, "004915112345678"), DESTINATION);
        assertThat(hash.fingerprint(other)).isEqualTo(hash.fingerprint(one));
        assertThat(hash.reassembly(other, PART)).isEqualTo(hash.reassembly(one, PART));
    }

    @Test
    void binds_of_a_carrier_that_write_two_countries_numbers_alike_do_not() {
        Address written = new Address(2, 1, "06641234567");
        Segment one = received(written, new Address(1, 1, "436641234567"));
        Segment other = received(written, new Address(1, 1, "496641234567"));
        assertThat(hash.fingerprint(other)).isNotEqualTo(hash.fingerprint(one));
        assertThat(hash.reassembly(other, PART)).isNotEqualTo(hash.reassembly(one, PART));
    }

    private static Segment received(Address written, Address read) {
        Segment sample = sample().segment();
        return new Segment(
                sample.origin(),
                sample.receivedAt(),
                sample.answered(),
                sample.source(),
                read,
                Envelope.of(sample.source(), written),
                sample.userData(),
                sample.concatenation(),
                sample.carrierFacts(),
                sample.pdu());
    }
}
