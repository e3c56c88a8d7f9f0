package io.inlet.tenant;

import io.inlet.id.IdText;
import java.util.UUID;

/** Names an API key. Text form: {@code key_} and 26 characters. */
public record KeyId(UUID uuid) {
    private static final IdText TEXT = new IdText("key");

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is not such an identifier
     */
    public static KeyId parse(String text) {
        return new KeyId(TEXT.parse(text));
    }

    @Override
    public String toString() {
        return TEXT.format(uuid);
    }
}
