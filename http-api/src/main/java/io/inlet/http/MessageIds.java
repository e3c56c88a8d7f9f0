package io.inlet.http;

import io.inlet.sms.MessageId;
import org.jspecify.annotations.Nullable;

/** Ids of messages as operators write and read them. */
final class MessageIds {
    private MessageIds() {}

    /**
     * Reads an id that may be left out.
     *
     * @throws RefusedException if it is none
     */
    static @Nullable MessageId parse(String field, @Nullable String text) {
        try {
            return text == null ? null : MessageId.parse(text);
        } catch (IllegalArgumentException _) {
            throw Texts.refused(field, "msg_ and 26 characters");
        }
    }

    static @Nullable String text(@Nullable MessageId id) {
        return id == null ? null : id.toString();
    }
}
