package io.inlet.lease;

import io.inlet.id.IdText;
import java.util.UUID;

/** Names a lease. Text form: {@code lea_} and 26 characters. */
public record LeaseId(UUID uuid) {
    private static final IdText TEXT = new IdText("lea");

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is not such an identifier
     */
    public static LeaseId parse(String text) {
        return new LeaseId(TEXT.parse(text));
    }

    @Override
    public String toString() {
        return TEXT.format(uuid);
    }
}
