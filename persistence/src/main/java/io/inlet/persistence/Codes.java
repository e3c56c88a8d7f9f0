package io.inlet.persistence;

import io.inlet.id.EnumName;

/** Enumerated values as the database has them. */
final class Codes {
    private Codes() {}

    static String of(Enum<?> value) {
        return EnumName.of(value);
    }

    /** Reads what {@link #of} wrote. */
    static <E extends Enum<E>> E parse(Class<E> type, String code) {
        E value = EnumName.find(type, code);
        if (value == null) {
            throw new IllegalStateException(type.getSimpleName() + " has no " + code);
        }
        return value;
    }
}
