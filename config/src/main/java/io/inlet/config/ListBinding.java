package io.inlet.config;

import io.inlet.config.Tree.Mapping;
import io.inlet.config.Tree.Scalar;
import io.inlet.config.Tree.Sequence;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Binds one list. Items that have a {@code name} must have different ones, also over several files.
 */
final class ListBinding {
    private static final String NAME = "name";

    private final Binder binder;
    private final Slot slot;
    private final Type itemType;
    private final Map<String, Place> names = new HashMap<>();

    ListBinding(Binder binder, Slot slot, Type itemType) {
        this.binder = binder;
        this.slot = slot;
        this.itemType = itemType;
    }

    Bound bind(Sequence sequence) {
        boolean named =
                itemType instanceof Class<?> type
                        && type.isRecord()
                        && RecordShape.of(type).has(NAME);
        List<Object> values = new ArrayList<>();
        boolean bad = false;
        for (int i = 0; i < sequence.items().size(); i++) {
            Slot item = slot.item(i, itemType, sequence.items().get(i));
            bad |= named && isTaken(item);
            switch (binder.bind(item)) {
                case Bound.Good(Object value) -> values.add(value);
                case Bound.Good _ -> throw new IllegalStateException("a list item is never null");
                case Bound.Bad _ -> bad = true;
            }
        }
        return bad ? Bound.BAD : Bound.good(List.copyOf(values));
    }

    private boolean isTaken(Slot item) {
        Scalar name = item.tree() instanceof Mapping mapping ? mapping.scalar(NAME) : null;
        Place first = name == null ? null : names.putIfAbsent(name.text(), name.place());
        if (name == null || first == null) {
            return false;
        }
        String message = Quoted.of(name.text()) + " is taken, see " + first.seenFrom(name.place());
        binder.bad(name.place().problem(item.key() + "." + NAME, message));
        return true;
    }
}
