package io.inlet.tenant;

import io.inlet.id.IdText;
import java.util.UUID;

/** Names a tenant: the customer, a legal entity. Text form: {@code ten_} and 26 characters. */
public record TenantId(UUID uuid) {
    private static final IdText TEXT = new IdText("ten");

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is not such an identifier
     */
    public static TenantId parse(String text) {
        return new TenantId(TEXT.parse(text));
    }

    @Override
    public String toString() {
        return TEXT.format(uuid);
    }
}
