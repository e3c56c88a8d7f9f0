package io.inlet.code;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant says of messages to it: those of a sender, or that hold a phrase, carry a code of
 * this shape in this place. Its text form shows no phrase: one may hold what messages hold.
 *
 * @param scope which messages
 * @param shape what the code looks like
 * @param place where it stands
 * @param said what else is known of it
 */
public record CodeRule(Scope scope, Shape shape, Place place, Said said) {
    /** What the reading of a rule names as what decided. */
    public static final String NAME = "tenant";

    /** Signs that a code is made of. */
    public enum Signs {
        DIGITS,
        /** At least one of them a digit. */
        LETTERS_AND_DIGITS
    }

    /** Where in a text a code stands. */
    public enum Position {
        /** Right after a phrase. */
        AFTER,
        /** Right before a phrase. */
        BEFORE,
        /** The first of its shape. */
        FIRST,
        /** The last of its shape. */
        LAST,
        /** On a line of its own, the first such. */
        OWN_LINE
    }

    /**
     * Which messages; both, if both are given. Neither only if the place names a phrase.
     *
     * @param sender the sender as shown to people, upper and lower case alike; a star at the end
     *     stands for whatever follows; or null
     * @param holds what the text holds, also within a word; or null
     */
    public record Scope(@Nullable String sender, @Nullable String holds) {
        public Scope {
            refuse(RuleFaults.ofScope(sender, holds));
        }

        /** A sender that it is for: the one it names, or one that begins so, or empty. */
        public String oneSender() {
            return sender == null ? "" : sender.replace("*", "");
        }

        @Override
        public String toString() {
            return "scope";
        }
    }

    /**
     * What a code looks like, what joins its groups left out.
     *
     * @param shortest so many signs at least, 3 to 12
     * @param longest so many at most, up to 12
     */
    public record Shape(Signs signs, int shortest, int longest) {
        /** Fewer signs are found in every message. */
        public static final int FEWEST = 3;

        /** More are no code. */
        public static final int MOST = 12;

        public Shape {
            refuse(RuleFaults.ofLength(shortest, longest));
        }

        boolean fits(int count) {
            return count >= shortest && count <= longest;
        }
    }

    /**
     * Where a code stands.
     *
     * @param beside the phrase that it stands right after or before; null in any other position
     */
    public record Place(Position position, @Nullable String beside) {
        public Place {
            refuse(RuleFaults.ofPlace(position, beside));
        }

        @Override
        public String toString() {
            return position.toString();
        }
    }

    /**
     * What is known of the code besides; what is not comes out of the text.
     *
     * @param brand who issues it, or null
     * @param validFor how long it is good from its arrival, 1 s to 30 d, or null
     */
    public record Said(@Nullable String brand, @Nullable Duration validFor) {
        /** Nothing. */
        public static final Said NOTHING = new Said(null, null);

        public Said {
            refuse(RuleFaults.ofSaid(brand, validFor));
        }

        @Override
        public String toString() {
            return "said";
        }
    }

    public CodeRule {
        refuse(RuleFaults.ofReach(scope.sender, scope.holds, place.beside));
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.getFirst());
        }
    }

    @Override
    public String toString() {
        return "code rule " + place;
    }
}
