package io.inlet.intake;

import io.inlet.sms.Arrival;
import io.inlet.sms.MessageId;
import io.inlet.sms.Segment;
import io.inlet.sms.UnreadableFrame;
import java.util.UUID;

/** One arrival, prepared for its commit. */
public sealed interface Submission {
    /** The arrival itself. */
    Arrival arrival();

    /** The id it will have, unless it belongs to a message that has one already. */
    MessageId id();

    /**
     * A whole message.
     *
     * @param arrival its only segment
     * @param fingerprint 128 bits of {@link KeyedHash#fingerprint}
     * @param draft what was read
     */
    record Whole(Segment arrival, UUID fingerprint, Draft draft) implements Submission {
        @Override
        public MessageId id() {
            return draft.id();
        }
    }

    /**
     * A part of a long message.
     *
     * @param arrival the part
     * @param fingerprint 128 bits of {@link KeyedHash#fingerprint}
     * @param reassembly 128 bits of {@link KeyedHash#reassembly}: equal for all its parts
     * @param id the message's id, if this part turns out to be the first to arrive
     */
    record Part(Segment arrival, UUID fingerprint, UUID reassembly, MessageId id)
            implements Submission {}

    /**
     * A frame to keep raw.
     *
     * @param arrival the frame
     * @param reason {@link QuarantineReason#UNREADABLE} or {@link
     *     QuarantineReason#REFUSED_BY_STORE}
     * @param fingerprint 128 bits of {@link KeyedHash#fingerprint}
     * @param id its id
     */
    record Raw(UnreadableFrame arrival, QuarantineReason reason, UUID fingerprint, MessageId id)
            implements Submission {}

    /** Equal for two deliveries of one SMS. */
    UUID fingerprint();
}
