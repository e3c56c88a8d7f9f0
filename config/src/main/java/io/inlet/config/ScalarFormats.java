package io.inlet.config;

import io.inlet.id.EnumName;
import io.inlet.settings.Durations;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types that a single value can have. */
final class ScalarFormats {
    // No leading zero: some readers of YAML take 010 for eight.
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9_]*)");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,8}");

    private static final ScalarFormat INT = whole(ScalarFormats::intValue);
    private static final ScalarFormat LONG = whole(ScalarFormats::longValue);
    private static final ScalarFormat BOOLEAN =
            new ScalarFormat("true or false", ScalarFormats::booleanValue);
    private static final Map<Class<?>, ScalarFormat> BY_TYPE =
            Map.of(
                    int.class, INT,
                    Integer.class, INT,
                    long.class, LONG,
                    Long.class, LONG,
                    boolean.class, BOOLEAN,
                    Boolean.class, BOOLEAN,
                    String.class, new ScalarFormat("text", text -> text),
                    Duration.class, new ScalarFormat(Durations.EXPECTED, Durations::read));

    private ScalarFormats() {}

    /** The format of a type, or null if it is not written as a single value. */
    static @Nullable ScalarFormat of(Class<?> type) {
        return type.isEnum() ? ofEnum(type) : BY_TYPE.get(type);
    }

    private static ScalarFormat ofEnum(Class<?> type) {
        return new ScalarFormat("one of " + EnumName.all(type), text -> EnumName.find(type, text));
    }

    private static ScalarFormat whole(Function<String, @Nullable Object> read) {
        return new ScalarFormat("a whole number", read);
    }

    private static @Nullable Object intValue(String text) {
        return longValue(text) instanceof Long value && value == value.intValue()
                ? (Object) value.intValue()
                : null;
    }

    private static @Nullable Object longValue(String text) {
        try {
            if (INTEGER.matcher(text).matches()) {
                return Long.valueOf(text.replace("_", ""));
            }
            return HEXADECIMAL.matcher(text).matches() ? Long.decode(text) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object booleanValue(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }
}
