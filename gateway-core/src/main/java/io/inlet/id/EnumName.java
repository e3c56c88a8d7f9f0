package io.inlet.id;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Enumerated values as everything outside writes them (files, database, API, metrics, logs): in
 * lower_snake_case. Stateless.
 */
public final class EnumName {
    private static final Pattern BETWEEN = Pattern.compile("_(.)");

    private EnumName() {}

    /** The value's name outside. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The value's name where it is a field of the API: in lowerCamelCase. */
    public static String field(Enum<?> value) {
        return BETWEEN.matcher(of(value))
                .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }

    /** The value of such a name, or null if there is none. */
    public static <E> @Nullable E find(Class<E> type, @Nullable String name) {
        for (E value : type.getEnumConstants()) {
            // The first comparison makes nothing that has to be collected.
            Enum<?> constant = (Enum<?>) value;
            if (constant.name().equalsIgnoreCase(name) && of(constant).equals(name)) {
                return value;
            }
        }
        return null;
    }

    /** The names of all values, for people. */
    public static String all(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> of((Enum<?>) value))
                .collect(Collectors.joining(", "));
    }
}
