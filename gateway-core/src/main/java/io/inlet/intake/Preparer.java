package io.inlet.intake;

import io.inlet.id.Uuid7;
import io.inlet.sms.Arrival;
import io.inlet.sms.Concatenation;
import io.inlet.sms.MessageId;
import io.inlet.sms.Segment;
import io.inlet.sms.UnreadableFrame;
import java.util.UUID;

/** Readies arrivals for their commit: names, decodes, reads the code. Owned by one thread. */
public final class Preparer {
    private final KeyedHash hash;
    private final Composer composer;

    public Preparer(KeyedHash hash, Composer composer) {
        this.hash = hash;
        this.composer = composer;
    }

    Submission prepare(Arrival arrival) {
        return prepare(arrival, new MessageId(Uuid7.mint(arrival.receivedAt())));
    }

    /**
     * Readies an arrival.
     *
     * @param id the id it will have, unless it belongs to a message that has one already
     */
    public Submission prepare(Arrival arrival, MessageId id) {
        UUID fingerprint = hash.fingerprint(arrival);
        return switch (arrival) {
            case Segment segment -> prepare(segment, fingerprint, id);
            case UnreadableFrame frame ->
                    new Submission.Raw(frame, QuarantineReason.UNREADABLE, fingerprint, id);
        };
    }

    /**
     * Readies an arrival to be kept as it came, since {@link #prepare} failed.
     *
     * @param problem why, without content
     */
    Submission raw(Arrival arrival, String problem) {
        UUID fingerprint = hash.fingerprint(arrival);
        MessageId id = new MessageId(Uuid7.mint(arrival.receivedAt()));
        var frame = UnreadableFrame.of(arrival, problem);
        return new Submission.Raw(frame, QuarantineReason.UNREADABLE, fingerprint, id);
    }

    private Submission prepare(Segment segment, UUID fingerprint, MessageId id) {
        Concatenation concatenation = segment.concatenation();
        if (concatenation == null || segment.isWhole()) {
            return new Submission.Whole(segment, fingerprint, composer.whole(segment, id));
        }
        UUID reassembly = hash.reassembly(segment, concatenation);
        return new Submission.Part(segment, fingerprint, reassembly, id);
    }
}
