package io.inlet.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting as the records describe it.
 *
 * @param key {@code carriers[].binds[].port}
 * @param initial its default, {@code required}, or {@code none} if it is optional
 */
record Described(String key, String initial) {
    /** All settings that are values or lists of values, below a record, in order. */
    static List<Described> all(Class<?> type) {
        List<Described> found = new ArrayList<>();
        collect("", type, found);
        return found;
    }

    private static void collect(String prefix, Class<?> type, List<Described> found) {
        for (Component component : Component.of(type)) {
            String key = prefix + component.name();
            if (component.type() instanceof Class<?> group && group.isRecord()) {
                collect(key + ".", group, found);
            } else if (item(component.type()) instanceof Class<?> item && item.isRecord()) {
                collect(key + "[].", item, found);
            } else {
                found.add(new Described(key, initial(component)));
            }
        }
    }

    private static @Nullable Type item(Type type) {
        return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : null;
    }

    private static String initial(Component component) {
        String text = component.fallback();
        if (text == null) {
            return component.optional() ? "none" : "required";
        }
        return text.isEmpty() ? "\"\"" : text;
    }
}
