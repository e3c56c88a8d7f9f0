package io.inlet.consent;

import io.inlet.id.IdText;
import java.util.UUID;

/** Names a consent record. Text form: {@code con_} and 26 characters. */
public record ConsentId(UUID uuid) {
    private static final IdText TEXT = new IdText("con");

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is not such an identifier
     */
    public static ConsentId parse(String text) {
        return new ConsentId(TEXT.parse(text));
    }

    @Override
    public String toString() {
        return TEXT.format(uuid);
    }
}
