package io.inlet.config;

import java.lang.reflect.Type;

/**
 * A setting to be bound.
 *
 * @param key its whole key, empty for the root
 * @param at where its key stands, or the list item
 * @param type what it must become
 * @param tree what the file says
 */
record Slot(String key, Place at, Type type, Tree tree) {
    Slot child(String name, Place childAt, Type childType, Tree childTree) {
        return new Slot(key.isEmpty() ? name : key + "." + name, childAt, childType, childTree);
    }

    Slot item(int index, Type itemType, Tree itemTree) {
        return new Slot(key + "[" + index + "]", itemTree.place(), itemType, itemTree);
    }

    /** Where the value stands, unless there is none. */
    Place valuePlace() {
        return tree instanceof Tree.Nothing ? at : tree.place();
    }

    Problem problem(String message) {
        return valuePlace().problem(key, message);
    }

    Problem expected(String what) {
        return problem("expected " + what + ", found " + tree.kind());
    }
}
