package io.inlet.sms;

import io.inlet.id.IdText;
import java.util.UUID;

/** Names a bind, as configured. Text form: {@code bnd_} and 26 characters. */
public record BindId(UUID uuid) {
    private static final IdText TEXT = new IdText("bnd");

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is not such an identifier
     */
    public static BindId parse(String text) {
        return new BindId(TEXT.parse(text));
    }

    @Override
    public String toString() {
        return TEXT.format(uuid);
    }
}
