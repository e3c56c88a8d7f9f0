package io.inlet.code;

import io.inlet.code.CodeRule.Position;
import io.inlet.code.CodeRule.Shape;
import io.inlet.settings.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with the parts of a rule, each with what to do. Shows nothing of them. */
final class RuleFaults {
    private static final int LONGEST_SENDER = 40;
    private static final int LONGEST_PHRASE = 60;
    private static final int LONGEST_BRAND = 60;

    /** Of a name before its star: less is a star for all. */
    private static final int FEWEST_BEFORE_STAR = 2;

    /** A phrase is what many messages have in common; more digits may be one message's code. */
    private static final int MOST_DIGITS = 3;

    private static final Duration LONGEST_VALIDITY = Duration.ofDays(30);

    private final List<String> faults = new ArrayList<>(2);

    private RuleFaults() {}

    static List<String> ofScope(@Nullable String sender, @Nullable String holds) {
        RuleFaults all = new RuleFaults();
        if (sender != null) {
            all.sender(sender);
        }
        if (holds != null) {
            all.phrase("holds", holds);
        }
        return all.faults;
    }

    static List<String> ofLength(int shortest, int longest) {
        RuleFaults all = new RuleFaults();
        String expected = ": expected " + Shape.FEWEST + " to " + Shape.MOST;
        if (!isLength(shortest) || !isLength(longest)) {
            String both = isLength(longest) ? "shortest" : "shortest, longest";
            all.faults.add((isLength(shortest) ? "longest" : both) + expected);
        } else {
            all.unless(shortest <= longest, "longest: expected no less than shortest");
        }
        return all.faults;
    }

    static List<String> ofPlace(@Nullable Position position, @Nullable String beside) {
        RuleFaults all = new RuleFaults();
        boolean needed = position == Position.AFTER || position == Position.BEFORE;
        if (beside != null) {
            all.unless(
                    needed || position == null,
                    "beside: leave it out, or let the position be after or before");
            all.phrase("beside", beside);
        } else {
            all.unless(!needed, "beside: name the phrase that the code stands right beside");
        }
        return all.faults;
    }

    static List<String> ofSaid(@Nullable String brand, @Nullable Duration validFor) {
        RuleFaults all = new RuleFaults();
        if (brand != null) {
            all.text("brand", brand, LONGEST_BRAND);
        }
        if (validFor != null) {
            all.unless(
                    validFor.toSeconds() >= 1 && validFor.compareTo(LONGEST_VALIDITY) <= 0,
                    "validFor: expected 1s to " + Durations.write(LONGEST_VALIDITY));
        }
        return all.faults;
    }

    static List<String> ofReach(
            @Nullable String sender, @Nullable String holds, @Nullable String beside) {
        RuleFaults all = new RuleFaults();
        all.unless(
                sender != null || holds != null || beside != null,
                "sender, holds: name at least one of them, or a phrase in beside: a rule is not"
                        + " for all messages");
        return all.faults;
    }

    private static boolean isLength(int count) {
        return count >= Shape.FEWEST && count <= Shape.MOST;
    }

    private void sender(String sender) {
        if (!text("sender", sender, LONGEST_SENDER)) {
            return;
        }
        int star = sender.indexOf('*');
        if (star < 0) {
            unless(!plain(sender).isBlank(), "sender: expected letters or digits");
        } else if (unless(
                star == sender.length() - 1, "sender: expected a star at its end alone")) {
            unless(
                    plain(sender.substring(0, star)).strip().length() >= FEWEST_BEFORE_STAR,
                    "sender: expected "
                            + FEWEST_BEFORE_STAR
                            + " or more characters before the star");
        }
    }

    private void phrase(String field, String phrase) {
        if (!text(field, phrase, LONGEST_PHRASE)) {
            return;
        }
        String plain = plain(phrase);
        boolean seen =
                unless(
                        !plain.isBlank() && plain.length() <= LONGEST_PHRASE,
                        field
                                + ": expected something to be seen, "
                                + LONGEST_PHRASE
                                + " characters at most");
        if (seen) {
            unless(
                    digitsInARow(plain) <= MOST_DIGITS,
                    field
                            + ": expected at most "
                            + MOST_DIGITS
                            + " digits in a row: name the words that all such messages have");
        }
    }

    // What is wrong in one way is looked at no further: one mistake is one fault.
    private boolean text(String field, String text, int longest) {
        return unless(
                        !text.isBlank() && text.length() <= longest,
                        field + ": expected 1 to " + longest + " characters")
                && unless(
                        text.codePoints().noneMatch(RuleFaults::isUnfit),
                        field + ": expected text without control characters");
    }

    // The database takes neither NUL nor half a surrogate pair.
    private static boolean isUnfit(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }

    private static String plain(String text) {
        return PlainText.of(text).toString();
    }

    private static int digitsInARow(String plain) {
        int most = 0;
        int row = 0;
        for (int i = 0; i < plain.length(); i++) {
            row = CharForms.isDigit(plain.charAt(i)) ? row + 1 : 0;
            most = Math.max(most, row);
        }
        return most;
    }

    private boolean unless(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
        return right;
    }
}
