package io.inlet.persistence;

import java.util.Locale;

/** Enumerated values as the database has them: in lower case. */
final class Codes {
    private Codes() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #of} wrote. */
    static <E extends Enum<E>> E parse(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }
}
