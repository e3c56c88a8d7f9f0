package io.inlet.feed;

import io.inlet.id.IdText;
import java.util.UUID;

/** Names an event of the feed. Text form: {@code evt_} and 26 characters. */
public record EventId(UUID uuid) {
    private static final IdText TEXT = new IdText("evt");

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is not such an identifier
     */
    public static EventId parse(String text) {
        return new EventId(TEXT.parse(text));
    }

    @Override
    public String toString() {
        return TEXT.format(uuid);
    }
}
