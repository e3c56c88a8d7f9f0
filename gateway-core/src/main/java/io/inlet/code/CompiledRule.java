package io.inlet.code;

import io.inlet.code.CodeRule.Place;
import io.inlet.code.CodeRule.Position;
import io.inlet.code.CodeRule.Said;
import io.inlet.code.CodeRule.Shape;
import io.inlet.code.CodeRule.Signs;
import io.inlet.code.RuleNumbers.Figure;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A rule with its phrases in plain form. Any thread. */
final class CompiledRule {
    /** Characters that say nothing between a code and its phrase or the end of its line. */
    private static final int MOST_SILENT = 4;

    /** Stands for missing parts of a message: what is beyond it is not known. */
    private static final char GAP = '\uFFFD';

    private final Shape shape;
    private final Position position;
    private final Said said;
    private final @Nullable String sender;
    private final boolean open;
    private final String holds;
    private final String beside;

    CompiledRule(CodeRule rule) {
        Place place = rule.place();
        String from = rule.scope().sender();
        this.shape = rule.shape();
        this.position = place.position();
        this.said = rule.said();
        this.open = from != null && from.endsWith("*");
        this.sender = from == null ? null : plainSender(rule.scope().oneSender());
        this.holds = plain(Objects.requireNonNullElse(rule.scope().holds(), ""));
        this.beside = plain(Objects.requireNonNullElse(place.beside(), ""));
    }

    private static String plain(String phrase) {
        return PlainText.of(phrase).toString().strip();
    }

    /** With or without the plus of an international number. */
    static String plainSender(String sender) {
        String plain = plain(sender);
        return plain.startsWith("+") ? plain.substring(1) : plain;
    }

    /** What the text must hold, or empty. */
    String holds() {
        return holds;
    }

    Said said() {
        return said;
    }

    boolean isOf(String plainSender) {
        return sender == null
                || (open ? plainSender.startsWith(sender) : plainSender.equals(sender));
    }

    boolean asksTheSameAs(CompiledRule other) {
        return Objects.equals(sender, other.sender)
                && open == other.open
                && holds.equals(other.holds)
                && shape.equals(other.shape)
                && position == other.position
                && beside.equals(other.beside);
    }

    /** The number of a text that stands where the rule says, or null. */
    @Nullable Figure pick(RuleNumbers numbers, PlainText text) {
        return switch (position) {
            case AFTER -> first(numbers, number -> endsBefore(text, number.from()));
            case BEFORE -> first(numbers, number -> startsAfter(text, number.to()));
            case OWN_LINE ->
                    first(
                            numbers,
                            number ->
                                    isEdge(text, number.from() - 1, -1)
                                            && isEdge(text, number.to(), 1));
            case FIRST -> {
                int gap = text.indexOf(GAP);
                yield first(numbers, number -> gap < 0 || number.from() < gap);
            }
            case LAST -> {
                Figure last = last(numbers);
                yield last == null || last.from() < text.lastIndexOf(GAP) ? null : last;
            }
        };
    }

    private @Nullable Figure first(RuleNumbers numbers, Predicate<Figure> place) {
        for (Figure number : numbers.all()) {
            if (fits(number) && place.test(number)) {
                return number;
            }
        }
        return null;
    }

    private @Nullable Figure last(RuleNumbers numbers) {
        for (Figure number : numbers.all().reversed()) {
            if (fits(number)) {
                return number;
            }
        }
        return null;
    }

    private boolean fits(Figure number) {
        boolean looks =
                switch (number.kind()) {
                    case DIGITS -> true;
                    case MIXTURE -> shape.signs() == Signs.LETTERS_AND_DIGITS;
                    case AFTER_HYPHEN -> shape.signs() == Signs.DIGITS;
                    // "OTP482913": only a phrase tells where the code begins.
                    case AFTER_LETTERS ->
                            shape.signs() == Signs.DIGITS && position == Position.AFTER;
                };
        return looks && shape.fits(number.signs());
    }

    private boolean endsBefore(PlainText text, int from) {
        for (int end = from; end >= from - MOST_SILENT; end--) {
            if (stands(text, end - beside.length())) {
                return true;
            }
            if (!isSilent(text.at(end - 1))) {
                return false;
            }
        }
        return false;
    }

    private boolean startsAfter(PlainText text, int to) {
        for (int start = to; start <= to + MOST_SILENT; start++) {
            if (stands(text, start)) {
                return true;
            }
            if (!isSilent(text.at(start))) {
                return false;
            }
        }
        return false;
    }

    private boolean stands(PlainText text, int from) {
        if (from < 0 || from + beside.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < beside.length(); i++) {
            if (beside.charAt(i) != PhraseSearch.flat(text.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }

    // Nothing but a few characters that say nothing up to the end of the line.
    private static boolean isEdge(PlainText text, int at, int step) {
        for (int i = 0; i <= MOST_SILENT; i++) {
            int place = at + i * step;
            if (place < 0 || place >= text.length() || text.charAt(place) == '\n') {
                return true;
            }
            if (!isSilent(text.charAt(place))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isSilent(char c) {
        return !Character.isLetterOrDigit(c) && c != GAP;
    }
}
