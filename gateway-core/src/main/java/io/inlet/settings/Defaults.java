package io.inlet.settings;

import io.inlet.id.EnumName;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a settings record of nothing but its defaults, so that these stand once, in its
 * annotations.
 */
public final class Defaults {
    private Defaults() {}

    /**
     * The record as it is without any configuration. Its components are whole numbers, durations,
     * text, enumerated or lists, which are empty.
     *
     * @throws IllegalArgumentException if one of them has no default
     */
    public static <R extends Record> R of(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components).map(Defaults::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }

    private static Object value(RecordComponent component) {
        Default stated = component.getAnnotation(Default.class);
        Object value = stated == null ? null : read(component.getType(), stated.value());
        if (value == null) {
            throw new IllegalArgumentException(
                    component.getName() + ": expected a default, found none that can be read");
        }
        return value;
    }

    private static @Nullable Object read(Class<?> type, String text) {
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        if (type == Duration.class) {
            return Durations.read(text);
        }
        if (type == List.class) {
            return text.equals("[]") ? List.of() : null;
        }
        return type.isEnum() ? EnumName.find(type, text) : text;
    }
}
