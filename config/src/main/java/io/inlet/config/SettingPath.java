package io.inlet.config;

import io.inlet.config.Tree.Field;
import io.inlet.config.Tree.Mapping;
import io.inlet.config.Tree.Scalar;
import io.inlet.config.Tree.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * The way from a record to a setting in it: its whole key, and where it stands, or else the nearest
 * around it that the file has. One thread.
 */
final class SettingPath {
    private String key;
    private Place place;
    private @Nullable Tree tree;

    SettingPath(String key, Place place, Tree tree) {
        this.key = key;
        this.place = place;
        this.tree = tree;
    }

    /** Goes on to a setting of the group, or by its number, from 0, to an item of the list. */
    void step(String name) {
        if (tree instanceof Sequence list && isItemOf(list, name)) {
            Tree item = list.items().get(Integer.parseInt(name));
            key = key + "[" + name + "]";
            place = item.place();
            tree = item;
            return;
        }
        key = key.isEmpty() ? name : key + "." + name;
        Field field = tree instanceof Mapping group ? group.field(name) : null;
        tree = field == null ? null : field.value();
        if (field != null) {
            place = field.value() instanceof Scalar value ? value.place() : field.place();
        }
    }

    private static boolean isItemOf(Sequence list, String name) {
        try {
            int item = Integer.parseInt(name);
            return item >= 0 && item < list.items().size();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    Problem problem(String message) {
        return place.problem(key, message);
    }
}
