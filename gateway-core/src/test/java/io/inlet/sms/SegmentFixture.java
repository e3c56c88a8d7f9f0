package io.inlet.sms;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Builds segments for tests: whole, Latin-1, to a number that cannot be dialled, unless told else.
 */
public final class SegmentFixture {
    private final String text;
    private String destination = "999000000001";
    private Instant receivedAt = Instant.parse("2026-03-01T12:00:00Z");
    private Answered answered = Answered.NOTHING;
    private SessionId session = new SessionId(new UUID(7, 7));
    private @Nullable Concatenation concatenation;

    private SegmentFixture(String text) {
        this.text = text;
    }

    public static SegmentFixture saying(String text) {
        return new SegmentFixture(text);
    }

    public SegmentFixture to(String digits) {
        destination = digits;
        return this;
    }

    public SegmentFixture at(Instant instant) {
        receivedAt = instant;
        return this;
    }

    public SegmentFixture on(SessionId live) {
        session = live;
        return this;
    }

    public SegmentFixture answered(Answered others) {
        answered = others;
        return this;
    }

    public SegmentFixture part(int part, int total) {
        concatenation = new Concatenation(42, 8, total, part);
        return this;
    }

    public Segment build() {
        Octets octets = Octets.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        Address source = new Address(Address.TON_ALPHANUMERIC, 0, "Acme");
        Address number = new Address(Address.TON_INTERNATIONAL, 1, destination);
        return new Segment(
                new Origin("acme", new BindId(new UUID(1, 1)), session, true),
                receivedAt,
                answered,
                source,
                number,
                Envelope.of(source, number),
                new UserData(Alphabet.LATIN1, Octets.EMPTY, octets),
                concatenation,
                Segment.CarrierFacts.NONE,
                octets);
    }
}
