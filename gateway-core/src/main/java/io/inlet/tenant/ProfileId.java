package io.inlet.tenant;

import io.inlet.id.IdText;
import java.util.UUID;

/**
 * Names a profile: one of the customer's own users or projects. Text form: {@code prf_} and 26
 * characters.
 */
public record ProfileId(UUID uuid) {
    private static final IdText TEXT = new IdText("prf");

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is not such an identifier
     */
    public static ProfileId parse(String text) {
        return new ProfileId(TEXT.parse(text));
    }

    @Override
    public String toString() {
        return TEXT.format(uuid);
    }
}
