package io.inlet.http;

import io.inlet.id.EnumName;
import org.jspecify.annotations.Nullable;

/** Enumerated values that requests name. */
final class Names {
    private Names() {}

    /**
     * Reads one of an enumeration's values.
     *
     * @throws RefusedException if it is none of them, or missing
     */
    static <E extends Enum<E>> E parse(String field, @Nullable String text, Class<E> type) {
        E value = EnumName.find(type, text);
        if (value == null) {
            throw Texts.refused(field, "one of " + EnumName.all(type));
        }
        return value;
    }
}
