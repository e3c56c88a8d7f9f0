package io.inlet.persistence;

import io.inlet.code.CodeReading;
import io.inlet.code.SampleReading;
import io.inlet.id.Uuid7;
import io.inlet.intake.Composer;
import io.inlet.intake.KeyedHash;
import io.inlet.intake.QuarantineReason;
import io.inlet.intake.Submission;
import io.inlet.sms.Address;
import io.inlet.sms.Alphabet;
import io.inlet.sms.Answered;
import io.inlet.sms.BindId;
import io.inlet.sms.Concatenation;
import io.inlet.sms.Envelope;
import io.inlet.sms.MessageId;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.sms.Segment;
import io.inlet.sms.SessionId;
import io.inlet.sms.UnreadableFrame;
import io.inlet.sms.UserData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes what arrives: a message to a number, with what a test wants otherwise. Immutable. */
record Sms(
        String to,
        String text,
        Instant at,
        UUID session,
        Answered answered,
        boolean simulated,
        BindId bind,
        String sender,
        @Nullable Concatenation concatenation) {
    static final String SENDER = "447911123456";
    static final BindId BIND = new BindId(new UUID(7, 7));
    static final UUID SESSION = new UUID(8, 8);
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    /** Reads six digits as a code. */
    static final Composer COMPOSER = new Composer((text, _) -> reading(text));

    static Sms to(String number, String text, Instant at) {
        return new Sms(number, text, at, SESSION, Answered.NOTHING, false, BIND, SENDER, null);
    }

    Sms at(Instant instant) {
        return new Sms(
                to, text, instant, session, answered, simulated, bind, sender, concatenation);
    }

    Sms over(UUID otherSession) {
        return new Sms(
                to, text, at, otherSession, answered, simulated, bind, sender, concatenation);
    }

    /** What was answered on its session before it came. */
    Sms after(Answered others) {
        return new Sms(to, text, at, session, others, simulated, bind, sender, concatenation);
    }

    Sms overSimulatedBind() {
        return new Sms(to, text, at, session, answered, true, bind, sender, concatenation);
    }

    Sms over(BindId other) {
        return new Sms(to, text, at, session, answered, simulated, other, sender, concatenation);
    }

    Sms from(String other) {
        return new Sms(to, text, at, session, answered, simulated, bind, other, concatenation);
    }

    Sms part(int reference, int total, int part) {
        return part(new Concatenation(reference, 8, total, part));
    }

    Sms part(Concatenation place) {
        return new Sms(to, text, at, session, answered, simulated, bind, sender, place);
    }

    /** The text of a PDU made here. */
    static String textOf(Octets pdu) {
        return new String(pdu.array(), StandardCharsets.ISO_8859_1).substring(16);
    }

    Segment segment() {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        Address source = new Address(1, 1, sender);
        Address destination = new Address(1, 1, to);
        var data = new UserData(Alphabet.LATIN1, Octets.EMPTY, Octets.wrap(octets));
        return new Segment(
                new Origin("testcarrier", bind, new SessionId(session), simulated),
                at,
                answered,
                source,
                destination,
                Envelope.of(source, destination),
                data,
                concatenation,
                Segment.CarrierFacts.NONE,
                Octets.wrap(("header of 16 oct" + text).getBytes(StandardCharsets.ISO_8859_1)));
    }

    Submission submission(KeyedHash hash) {
        Segment segment = segment();
        MessageId id = new MessageId(Uuid7.mint(at));
        UUID fingerprint = hash.fingerprint(segment);
        return concatenation == null
                ? new Submission.Whole(segment, fingerprint, COMPOSER.whole(segment, id))
                : new Submission.Part(
                        segment, fingerprint, hash.reassembly(segment, concatenation), id);
    }

    /** The same octets as a frame that nobody can read. */
    Submission raw(KeyedHash hash) {
        Segment segment = segment();
        var frame = UnreadableFrame.of(segment, "no \0 end");
        return new Submission.Raw(
                frame,
                QuarantineReason.UNREADABLE,
                hash.fingerprint(frame),
                new MessageId(Uuid7.mint(at)));
    }

    static CodeReading reading(String text) {
        Matcher code = CODE.matcher(text);
        return SampleReading.of(code.find() ? code.group() : null).rule("six_digits", 1).reading();
    }
}
