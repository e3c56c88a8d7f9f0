package io.inlet.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A settings record: what can be set, and how it is made.
 *
 * @param type the record
 * @param components its settings, in order
 */
record RecordShape(Class<?> type, List<Component> components) {
    static RecordShape of(Class<?> type) {
        return new RecordShape(type, Component.of(type));
    }

    List<String> names() {
        return components.stream().map(Component::name).toList();
    }

    boolean has(String name) {
        return names().contains(name);
    }

    /**
     * Calls the canonical constructor.
     *
     * @throws RuntimeException what the constructor threw
     */
    Object create(@Nullable Object[] values) {
        try {
            return constructor().newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("cannot make " + type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }

    /** A component's value. */
    @Nullable Object value(Object record, String name) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals(name)) {
                try {
                    return component.getAccessor().invoke(record);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("cannot read " + type.getName(), e);
                }
            }
        }
        throw new IllegalStateException(type.getName() + " has no " + name);
    }

    private Constructor<?> constructor() throws NoSuchMethodException {
        Class<?>[] types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }
}
