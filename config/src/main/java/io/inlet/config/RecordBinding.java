package io.inlet.config;

import io.inlet.config.Tree.Field;
import io.inlet.config.Tree.Mapping;
import io.inlet.config.Tree.Nothing;
import io.inlet.config.Tree.Scalar;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds one record: its keys, its components, then the record itself. */
final class RecordBinding implements RecordTrial.Substitutes {
    private final Binder binder;
    private final Slot slot;
    private final RecordShape shape;
    private final Mapping mapping;

    RecordBinding(Binder binder, Slot slot, RecordShape shape, Mapping mapping) {
        this.binder = binder;
        this.slot = slot;
        this.shape = shape;
        this.mapping = mapping;
    }

    Bound bind() {
        boolean keysAreGood = checkKeys();
        Bound made = trial().make();
        return keysAreGood ? made : Bound.BAD;
    }

    private RecordTrial trial() {
        var trial = new RecordTrial(shape, this, this::refused);
        for (Component component : shape.components()) {
            trial.put(component, bind(component));
        }
        return trial;
    }

    private boolean checkKeys() {
        Map<String, Place> seen = new HashMap<>();
        boolean good = true;
        for (Field field : mapping.fields()) {
            Place first = seen.putIfAbsent(field.name(), field.place());
            if (first != null) {
                refused(field, "given twice, first on " + first.seenFrom(field.place()));
            } else if (!shape.has(field.name())) {
                refused(field, KeySuggestion.among(shape.names(), field.name()));
            } else {
                continue;
            }
            good = false;
        }
        return good;
    }

    private Bound bind(Component component) {
        Field field = mapping.field(component.name());
        if (field != null) {
            return given(component, field);
        }
        String text = component.fallback();
        if (text != null) {
            return checked(component, byDefault(component, text, binder));
        }
        return component.optional() ? Bound.good(null) : missing(component);
    }

    private Bound given(Component component, Field field) {
        Slot child = child(component, field.place(), field.value());
        if (field.value() instanceof Nothing && component.isSingleValue()) {
            String without = component.fallback();
            String advice =
                    without == null ? "" : "; leave the key out for the default, " + without;
            return binder.bad(child.problem("expected a value, found nothing" + advice));
        }
        return checked(component, binder.bind(child));
    }

    private Bound missing(Component component) {
        Slot child = child(component, slot.at(), new Nothing(slot.at()));
        return binder.bad(child.problem("missing; it has no default"));
    }

    /** The default, read as if the file said it. */
    private Bound byDefault(Component component, String text, Binder reader) {
        Tree tree =
                component.isSingleValue()
                        ? new Scalar(slot.at(), text)
                        : DefaultText.parse(slot.at(), text);
        return reader.bind(child(component, slot.at(), tree));
    }

    @Override
    public @Nullable Object replacement(Component component) {
        String text = component.fallback();
        if (text != null
                && byDefault(component, text, binder.silent())
                        instanceof Bound.Good(Object value)) {
            return value;
        }
        return component.optional() ? null : standIn(component);
    }

    @Override
    public @Nullable Object standIn(Component component) {
        if (!(component.type() instanceof Class<?> type) || !type.isRecord()) {
            return component.placeholder();
        }
        Mapping nothing = new Mapping(slot.at(), List.of());
        Slot child = child(component, slot.at(), nothing);
        RecordShape inner = RecordShape.of(type);
        return new RecordBinding(binder.silent(), child, inner, nothing).trial().standIn();
    }

    private Bound checked(Component component, Bound bound) {
        if (!component.secret() || !(bound instanceof Bound.Good(Path named))) {
            return bound;
        }
        Path file = binder.files().secret(named);
        String refusal = SecretCheck.refusal(file);
        if (refusal == null) {
            return Bound.good(file);
        }
        Field field = mapping.field(component.name());
        Tree tree = field == null ? new Nothing(slot.at()) : field.value();
        return binder.bad(child(component, slot.at(), tree).problem(refusal));
    }

    private Slot child(Component component, Place at, Tree tree) {
        return slot.child(component.name(), at, component.type(), tree);
    }

    private void refused(Field field, String message) {
        String key = slot.key().isEmpty() ? field.name() : slot.key() + "." + field.name();
        binder.bad(field.place().problem(key, message));
    }

    /** Reports what the record's own constructor refused, at the setting that it names. */
    private void refused(List<String> names, String message) {
        if (!names.isEmpty() && !shape.has(names.getFirst())) {
            refusedWhole(String.join(".", names), message);
            return;
        }
        SettingPath path = new SettingPath(slot.key(), slot.at(), mapping);
        names.forEach(path::step);
        binder.bad(path.problem(message));
    }

    private void refusedWhole(String name, String message) {
        boolean itself = slot.key().equals(name) || slot.key().endsWith("." + name);
        binder.bad(slot.at().problem(slot.key(), itself ? message : name + ": " + message));
    }
}
