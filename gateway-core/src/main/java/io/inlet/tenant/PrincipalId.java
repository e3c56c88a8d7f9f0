package io.inlet.tenant;

import io.inlet.id.IdText;
import java.util.UUID;

/**
 * Names a principal: a person or program that acts for a tenant. Text form: {@code pri_} and 26
 * characters.
 */
public record PrincipalId(UUID uuid) {
    private static final IdText TEXT = new IdText("pri");

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is not such an identifier
     */
    public static PrincipalId parse(String text) {
        return new PrincipalId(TEXT.parse(text));
    }

    @Override
    public String toString() {
        return TEXT.format(uuid);
    }
}
