package io.inlet.sms;

import io.inlet.id.IdText;
import java.util.UUID;

/**
 * Names a message; minted from the arrival of its first segment, so that it also names the day.
 * Text form: {@code msg_} and 26 characters.
 */
public record MessageId(UUID uuid) {
    private static final IdText TEXT = new IdText("msg");

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is not such an identifier
     */
    public static MessageId parse(String text) {
        return new MessageId(TEXT.parse(text));
    }

    @Override
    public String toString() {
        return TEXT.format(uuid);
    }
}
