package io.inlet.number;

import io.inlet.id.IdText;
import java.util.UUID;

/** Names a number of the pool. Text form: {@code num_} and 26 characters. */
public record NumberId(UUID uuid) {
    private static final IdText TEXT = new IdText("num");

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is not such an identifier
     */
    public static NumberId parse(String text) {
        return new NumberId(TEXT.parse(text));
    }

    @Override
    public String toString() {
        return TEXT.format(uuid);
    }
}
