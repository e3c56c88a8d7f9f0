package io.inlet.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Enumerated values as the API writes them: in lower_snake_case. */
final class Names {
    private Names() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads one of an enumeration's values.
     *
     * @throws RefusedException if it is none of them, or missing
     */
    static <E extends Enum<E>> E parse(String field, @Nullable String text, Class<E> type) {
        for (E value : type.getEnumConstants()) {
            if (of(value).equals(text)) {
                return value;
            }
        }
        String all =
                Arrays.stream(type.getEnumConstants())
                        .map(Names::of)
                        .collect(Collectors.joining(", "));
        throw Texts.refused(field, "one of " + all);
    }
}
