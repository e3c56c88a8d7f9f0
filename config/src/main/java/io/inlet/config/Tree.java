package io.inlet.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a configuration file says, each part with its place. */
sealed interface Tree {
    /** Where it begins. */
    Place place();

    /** How a message calls it. */
    String kind();

    /** Text as written, before anything is made of it: {@code 007} is not yet a number. */
    record Scalar(Place place, String text) implements Tree {
        @Override
        public String kind() {
            return Quoted.of(text);
        }
    }

    /** A key without a value. */
    record Nothing(Place place) implements Tree {
        @Override
        public String kind() {
            return "nothing";
        }
    }

    /** A text that is not YAML; the problem has been reported. */
    record Unreadable(Place place) implements Tree {
        @Override
        public String kind() {
            return "something unreadable";
        }
    }

    /** A list. */
    record Sequence(Place place, List<Tree> items) implements Tree {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A group of settings; a key may stand in it twice, which the binder refuses. */
    record Mapping(Place place, List<Field> fields) implements Tree {
        @Override
        public String kind() {
            return "a group of settings";
        }

        /** The first field of this name, or null. */
        @Nullable Field field(String name) {
            for (Field field : fields) {
                if (field.name().equals(name)) {
                    return field;
                }
            }
            return null;
        }

        /** The value of the first field of this name if it is a single one, or null. */
        @Nullable Scalar scalar(String name) {
            Field field = field(name);
            return field != null && field.value() instanceof Scalar scalar ? scalar : null;
        }
    }

    /** A key, where it stands, and its value. */
    record Field(String name, Place place, Tree value) {}
}
