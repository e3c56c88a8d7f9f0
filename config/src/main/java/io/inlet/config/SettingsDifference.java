package io.inlet.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which settings of two records of one type differ. */
final class SettingsDifference {
    private SettingsDifference() {}

    /**
     * The keys that differ, in the order of the record: groups are looked into, lists are compared
     * as a whole.
     */
    static List<String> keys(Record before, Record after) {
        List<String> keys = new ArrayList<>();
        collect("", before, after, keys);
        return keys;
    }

    private static void collect(String prefix, Record before, Record after, List<String> keys) {
        RecordShape shape = RecordShape.of(before.getClass());
        for (String name : shape.names()) {
            Object one = shape.value(before, name);
            Object other = shape.value(after, name);
            if (one instanceof Record group && isSame(group, other)) {
                collect(prefix + name + ".", group, (Record) Objects.requireNonNull(other), keys);
            } else if (!Objects.equals(one, other)) {
                keys.add(prefix + name);
            }
        }
    }

    private static boolean isSame(Record group, @Nullable Object other) {
        return other != null && other.getClass() == group.getClass();
    }
}
