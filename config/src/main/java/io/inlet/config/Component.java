package io.inlet.config;

import io.inlet.settings.Default;
import io.inlet.settings.SecretFile;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
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

    /** What stands in its place while a record is tried for further problems; never used. */
    @Nullable Object placeholder() {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? (Object) 0L : null;
    }
}
