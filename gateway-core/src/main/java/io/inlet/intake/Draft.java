package io.inlet.intake;

import io.inlet.sms.Content;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;

/**
 * A message that has been read and not yet stored.
 *
 * @param id minted from the arrival of its first segment
 * @param content what will be sealed
 * @param times its instants
 * @param segments how many of its parts are in it
 */
public record Draft(MessageId id, Content content, Message.Times times, Message.Segments segments) {
    /** Whether a code was found. */
    public boolean hasCode() {
        return content.reading().code() != null;
    }
}
