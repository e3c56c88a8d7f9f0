package io.inlet.config;

import io.inlet.config.Tree.Mapping;
import io.inlet.config.Tree.Nothing;
import io.inlet.config.Tree.Scalar;
import io.inlet.config.Tree.Sequence;
import io.inlet.config.Tree.Unreadable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;

/**
 * Turns what a file says into settings records, and gathers all that is wrong on the way. One
 * object serves one reading.
 */
final class Binder {
    private final Problems problems;
    private final FileLookup files;

    Binder(Problems problems, FileLookup files) {
        this.problems = problems;
        this.files = files;
    }

    /** Binds the root. */
    Bound bind(Class<?> type, Tree tree) {
        return bind(new Slot("", tree.place(), type, tree));
    }

    Bound bind(Slot slot) {
        return switch (slot.type()) {
            case ParameterizedType list when list.getRawType() == List.class ->
                    bindList(slot, list.getActualTypeArguments()[0]);
            case Class<?> path when path == Path.class -> bindPath(slot);
            case Class<?> type when type.isRecord() -> bindRecord(slot, RecordShape.of(type));
            case Class<?> type -> bindScalar(slot, type);
            default -> throw unsupported(slot.type());
        };
    }

    private Bound bindScalar(Slot slot, Class<?> type) {
        ScalarFormat format = ScalarFormats.of(type);
        if (format == null) {
            throw unsupported(type);
        }
        Object value =
                slot.tree() instanceof Scalar(_, String text) ? format.read().apply(text) : null;
        return value == null ? bad(slot.expected(format.expected())) : Bound.good(value);
    }

    private Bound bindPath(Slot slot) {
        if (!(slot.tree() instanceof Scalar(Place place, String text)) || text.isBlank()) {
            return bad(slot.expected("the path of a file"));
        }
        Path path = FileLookup.resolve(place.file(), text);
        return path == null ? bad(slot.expected("the path of a file")) : Bound.good(path);
    }

    private Bound bindList(Slot slot, Type itemType) {
        return switch (slot.tree()) {
            case Nothing _ -> Bound.good(List.of());
            case Sequence sequence -> new ListBinding(this, slot, itemType).bind(sequence);
            case Unreadable _ -> Bound.BAD;
            case Scalar _, Mapping _ -> bad(slot.expected("a list"));
        };
    }

    private Bound bindRecord(Slot slot, RecordShape shape) {
        return switch (slot.tree()) {
            case Nothing _ -> bindRecord(slot, shape, new Mapping(slot.at(), List.of()));
            case Mapping mapping -> bindRecord(slot, shape, mapping);
            case Unreadable _ -> Bound.BAD;
            case Scalar _, Sequence _ -> bad(slot.expected("a group of settings"));
        };
    }

    private Bound bindRecord(Slot slot, RecordShape shape, Mapping mapping) {
        return new RecordBinding(this, slot, shape, mapping).bind();
    }

    /** One that reports to nobody. */
    Binder silent() {
        return new Binder(new Problems(), files);
    }

    FileLookup files() {
        return files;
    }

    /** Reports, for a value that cannot be used. */
    Bound bad(Problem problem) {
        problems.add(problem);
        return Bound.BAD;
    }

    private static IllegalStateException unsupported(Type type) {
        return new IllegalStateException("a setting cannot be a " + type.getTypeName());
    }
}
