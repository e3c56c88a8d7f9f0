package io.inlet.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record, and when its constructor refuses a component, tries again with the component's
 * default in its place, so that one refusal does not hide the next. A later refusal that mentions a
 * replaced component is not reported: it may be about the replacement. A constructor can refuse
 * several at once, one a line, and name an item of a list, as {@code hosts[1]}. One thread, one
 * record.
 */
final class RecordTrial {
    private static final Pattern NAMED = Pattern.compile("(\\w[\\w.\\[\\]]*): (.+)");
    private static final Pattern STEP = Pattern.compile("[.\\[\\]]+");

    /** What to go on with where a component has no value of its own. */
    interface Substitutes {
        /** Its default, or else what {@link #standIn} says if it must not be null. */
        @Nullable Object replacement(Component component);

        /** A value that most constructors take, or null if there is none. */
        @Nullable Object standIn(Component component);
    }

    private final RecordShape shape;
    private final Substitutes substitutes;
    private final BiConsumer<List<String>, String> refused;
    private final @Nullable Object[] values;
    private final Set<String> replaced = new HashSet<>();
    private int attempts;

    RecordTrial(
            RecordShape shape, Substitutes substitutes, BiConsumer<List<String>, String> refused) {
        this.shape = shape;
        this.substitutes = substitutes;
        this.refused = refused;
        this.values = new @Nullable Object[shape.components().size()];
    }

    void put(Component component, Bound bound) {
        switch (bound) {
            case Bound.Good(Object value) -> values[shape.components().indexOf(component)] = value;
            case Bound.Good _ -> values[shape.components().indexOf(component)] = null;
            case Bound.Bad _ -> replace(component);
        }
    }

    Bound make() {
        while (true) {
            try {
                Object made = shape.create(values);
                return replaced.isEmpty() ? Bound.good(made) : Bound.BAD;
            } catch (IllegalArgumentException e) {
                if (!retryAfter(String.valueOf(e.getMessage()))) {
                    return Bound.BAD;
                }
            } catch (RuntimeException e) {
                if (replaced.isEmpty()) {
                    throw e;
                }
                // The constructor met a placeholder.
                return Bound.BAD;
            }
        }
    }

    /** The record as it is now, right or not, or null if the constructor takes none such. */
    @Nullable Object standIn() {
        try {
            return shape.create(values);
        } catch (RuntimeException e) {
            return withOneMore();
        }
    }

    // One of several may be needed, none of them always.
    private @Nullable Object withOneMore() {
        for (Component component : shape.components()) {
            int index = shape.components().indexOf(component);
            if (component.optional() && values[index] == null) {
                try {
                    values[index] = substitutes.standIn(component);
                    return shape.create(values);
                } catch (RuntimeException e) {
                    values[index] = null;
                }
            }
        }
        return null;
    }

    /** Reports refusals, one a line; true if there may be more to learn. */
    private boolean retryAfter(String message) {
        List<String> known = List.copyOf(replaced);
        boolean more = false;
        for (String line : message.lines().toList()) {
            if (known.stream().noneMatch(name -> mentions(line, name))) {
                more |= report(line);
            }
        }
        return more && attempts++ < values.length;
    }

    /** True if the refused component could be replaced. */
    private boolean report(String refusal) {
        Matcher matcher = NAMED.matcher(refusal);
        if (!matcher.matches()) {
            refused.accept(List.of(), refusal);
            return false;
        }
        List<String> names = List.of(STEP.split(matcher.group(1)));
        refused.accept(names, matcher.group(2));
        for (Component component : shape.components()) {
            if (component.name().equals(names.getFirst())) {
                replace(component);
                return true;
            }
        }
        return false;
    }

    private void replace(Component component) {
        replaced.add(component.name());
        values[shape.components().indexOf(component)] = substitutes.replacement(component);
    }

    private static boolean mentions(String message, String name) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(message).find();
    }
}
