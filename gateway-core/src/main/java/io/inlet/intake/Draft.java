package io.inlet.intake;

import io.inlet.code.CodeReading;
import io.inlet.sms.Content;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;

/**
 * A message that has been read and not yet stored. Its text form says nothing of what it holds.
 *
 * @param id minted from the arrival of its first segment
 * @param content what will be sealed
 * @param times its instants
 * @param segments how many of its parts are in it
 * @param readable what of its text may be read for a code: empty if it is binary, with U+FFFD for
 *     what is missing or cut; not stored
 */
public record Draft(
        MessageId id,
        Content content,
        Message.Times times,
        Message.Segments segments,
        String readable) {
    /** Whether a code was found. */
    public boolean hasCode() {
        return content.reading().code() != null;
    }

    Draft of(Message.Segments all) {
        return new Draft(id, content, times, all, readable);
    }

    Draft readAs(CodeReading reading) {
        return new Draft(id, content.readAs(reading), times, segments, readable);
    }

    @Override
    public String toString() {
        return "draft of " + id;
    }
}
