package io.inlet.code;

import io.inlet.code.CodeRule.Place;
import io.inlet.code.CodeRule.Position;
import io.inlet.code.CodeRule.Said;
import io.inlet.code.CodeRule.Scope;
import io.inlet.code.CodeRule.Shape;
import io.inlet.code.CodeRule.Signs;
import io.inlet.id.EnumName;
import io.inlet.settings.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a rule to be, as it was given: nothing of it need be right. Its text form
 * shows nothing of it.
 *
 * @param scope which messages
 * @param shape what the code looks like
 * @param place where it stands
 * @param said what else is known of it
 */
public record CodeRuleWish(
        WishedScope scope, WishedShape shape, WishedPlace place, WishedSaid said) {
    /** As {@link Scope}. */
    public record WishedScope(@Nullable String sender, @Nullable String holds) {
        @Override
        public String toString() {
            return "part of a code rule";
        }
    }

    /** As {@link Shape}; the signs by their name outside. */
    public record WishedShape(
            @Nullable String signs, @Nullable Integer shortest, @Nullable Integer longest) {}

    /** As {@link Place}; the position by its name outside. */
    public record WishedPlace(@Nullable String position, @Nullable String beside) {
        @Override
        public String toString() {
            return "part of a code rule";
        }
    }

    /** As {@link Said}; the validity as {@link Durations} writes it. */
    public record WishedSaid(@Nullable String brand, @Nullable String validFor) {
        @Override
        public String toString() {
            return "part of a code rule";
        }
    }

    /** What came of a look at a wish. */
    public sealed interface Checked {}

    /** It can be. */
    public record Right(CodeRule rule) implements Checked {}

    /**
     * It cannot be.
     *
     * @param faults all that is wrong, each with what to do, without anything of the wish
     */
    public record Wrong(List<String> faults) implements Checked {
        public Wrong {
            faults = List.copyOf(faults);
        }
    }

    /** Looks at the rule alone: what else a tenant has is looked at when it is saved. */
    public Checked check() {
        Signs signs = EnumName.find(Signs.class, shape.signs);
        Position position = EnumName.find(Position.class, place.position);
        Duration validFor = said.validFor == null ? null : Durations.read(said.validFor);
        String sender = stripped(scope.sender);
        String holds = stripped(scope.holds);
        String beside = stripped(place.beside);

        List<String> faults = new ArrayList<>();
        faults.addAll(RuleFaults.ofReach(sender, holds, beside));
        faults.addAll(RuleFaults.ofScope(sender, holds));
        addIf(signs == null, "signs: expected one of " + EnumName.all(Signs.class), faults);
        faults.addAll(lengthFaults());
        addIf(
                position == null,
                "position: expected one of " + EnumName.all(Position.class),
                faults);
        faults.addAll(RuleFaults.ofPlace(position, beside));
        addIf(
                said.validFor != null && validFor == null,
                "validFor: expected " + Durations.EXPECTED,
                faults);
        faults.addAll(RuleFaults.ofSaid(stripped(said.brand), validFor));
        if (!faults.isEmpty() || signs == null || position == null) {
            return new Wrong(faults);
        }
        return new Right(
                new CodeRule(
                        new Scope(sender, holds),
                        new Shape(
                                signs,
                                Objects.requireNonNull(shape.shortest),
                                Objects.requireNonNull(shape.longest)),
                        new Place(position, beside),
                        new Said(stripped(said.brand), validFor)));
    }

    private List<String> lengthFaults() {
        Integer shortest = shape.shortest;
        Integer longest = shape.longest;
        return shortest == null || longest == null
                ? List.of("shortest, longest: say of how many signs a code is")
                : RuleFaults.ofLength(shortest, longest);
    }

    private static void addIf(boolean wrong, String fault, List<String> faults) {
        if (wrong) {
            faults.add(fault);
        }
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    @Override
    public String toString() {
        return "wish for a code rule";
    }
}
