package io.inlet.code;

import io.inlet.id.IdText;
import java.util.UUID;

/** Names a tenant's rule for codes. Text form: {@code rul_} and 26 characters. */
public record CodeRuleId(UUID uuid) {
    private static final IdText TEXT = new IdText("rul");

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if the text is not such an identifier
     */
    public static CodeRuleId parse(String text) {
        return new CodeRuleId(TEXT.parse(text));
    }

    @Override
    public String toString() {
        return TEXT.format(uuid);
    }
}
