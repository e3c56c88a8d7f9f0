package io.inlet.config;

import io.inlet.settings.Default;
import io.inlet.settings.SecretFile;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a settings record.
 *
 * @param name its key
 * @param type its type
 * @param fallback its default as a file would say it, or null
 * @param optional whether it may be left out without a default
 * @param secret whether it names a file that holds a secret
 */
record Component(
        String name, Type type, @Nullable String fallback, boolean optional, boolean secret) {
    private static final Map<Class<?>, Object> PLACEHOLDERS =
            Map.of(
                    boolean.class,
                    false,
                    int.class,
                    1,
                    long.class,
                    1L,
                    String.class,
                    "a",
                    Path.class,
                    Path.of("a"),
                    Duration.class,
                    Duration.ofSeconds(1));

    static List<Component> of(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
    }

    private static Component of(RecordComponent component) {
        Default fallback = component.getAnnotation(Default.class);
        AnnotatedElement typeUse = component.getAnnotatedType();
        return new Component(
                component.getName(),
                component.getGenericType(),
                fallback == null ? null : fallback.value(),
                typeUse.isAnnotationPresent(Nullable.class),
                component.isAnnotationPresent(SecretFile.class));
    }

    /** Whether a file writes it as one value, not as a list or a group. */
    boolean isSingleValue() {
        return type instanceof Class<?> single && !single.isRecord();
    }

    /**
     * A value that most constructors take, to stand in its place while a record is tried for
     * further problems; never used. Null if there is none, as for a record.
     */
    @Nullable Object placeholder() {
        return type instanceof Class<?> single ? placeholder(single) : List.of();
    }

    private static @Nullable Object placeholder(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return PLACEHOLDERS.get(type);
    }
}
