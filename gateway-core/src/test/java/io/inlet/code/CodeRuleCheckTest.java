package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inlet.code.CodeRule.Signs;
import io.inlet.code.CodeRuleStore.Saved;
import io.inlet.code.CodeRuleWish.Right;
import io.inlet.code.CodeRuleWish.WishedPlace;
import io.inlet.code.CodeRuleWish.WishedSaid;
import io.inlet.code.CodeRuleWish.WishedScope;
import io.inlet.code.CodeRuleWish.WishedShape;
import io.inlet.code.CodeRuleWish.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodeRuleCheckTest {
    private static final WishedScope SCOPE = new WishedScope("Linden*", null);
    private static final WishedShape SHAPE = new WishedShape("digits", 4, 6);
    private static final WishedPlace AFTER = new WishedPlace("after", "word is");
    private static final WishedPlace FIRST = new WishedPlace("first", null);
    private static final WishedSaid NOTHING = new WishedSaid(null, null);

    private static CodeRuleWish wish(WishedScope scope, WishedShape shape, WishedPlace place) {
        return new CodeRuleWish(scope, shape, place, NOTHING);
    }

    private static List<String> faults(CodeRuleWish wish) {
        return faults(wish, null, List.of());
    }

    private static List<String> faults(
            CodeRuleWish wish, @Nullable CodeRuleExample example, List<Saved> others) {
        return switch (CodeRuleCheck.check(wish, example, others)) {
            case Right _ -> List.of();
            case Wrong wrong -> wrong.faults();
        };
    }

    private static Saved saved(int number, CodeRuleWish wish) {
        return new Saved(new CodeRuleId(new UUID(0, number)), ((Right) wish.check()).rule());
    }

    @Test
    void rule_that_says_all_it_must_is_right() {
        assertThat(faults(wish(SCOPE, SHAPE, FIRST))).isEmpty();
        assertThat(faults(wish(new WishedScope(null, "Lindenhof"), SHAPE, FIRST))).isEmpty();
        assertThat(faults(wish(new WishedScope(null, null), SHAPE, AFTER))).isEmpty();
        Right right =
                (Right)
                        new CodeRuleWish(SCOPE, SHAPE, AFTER, new WishedSaid(" Linden ", "10m"))
                                .check();
        assertThat(right.rule().shape()).isEqualTo(new CodeRule.Shape(Signs.DIGITS, 4, 6));
        assertThat(right.rule().said().brand()).isEqualTo("Linden");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_nothing_of_it_shown() {
        CodeRuleWish wish =
                new CodeRuleWish(
                        new WishedScope("L*nden", "code 482913"),
                        new WishedShape("letters", 2, 13),
                        new WishedPlace("middle", "\u0000"),
                        new WishedSaid("", "soon"));
        List<String> faults = faults(wish);
        assertThat(faults)
                .containsExactly(
                        "sender: expected a star at its end alone",
                        "holds: expected at most 3 digits in a row: name the words that all such"
                                + " messages have",
                        "signs: expected one of digits, letters_and_digits",
                        "shortest, longest: expected 3 to 12",
                        "position: expected one of after, before, first, last, own_line",
                        "beside: expected text without control characters",
                        "validFor: expected a whole number and its unit (500ms, 30s, 10m, 2h or"
                                + " 7d)",
                        "brand: expected 1 to 60 characters");
        assertThat(faults.toString()).doesNotContain("nden", "482913", "soon");
        assertThat(wish.toString()).isEqualTo("wish for a code rule");
    }

    @Test
    void rule_for_all_messages_is_refused() {
        assertThat(faults(wish(new WishedScope(null, null), SHAPE, FIRST)))
                .singleElement()
                .asString()
                .startsWith("sender, holds: name at least one of them");
        assertThat(faults(wish(new WishedScope("*", null), SHAPE, FIRST))).hasSize(1);
        assertThat(faults(wish(new WishedScope(" ", null), SHAPE, FIRST))).isNotEmpty();
    }

    @Test
    void phrase_goes_with_the_positions_that_need_one() {
        assertThat(faults(wish(SCOPE, SHAPE, new WishedPlace("before", null))))
                .containsExactly("beside: name the phrase that the code stands right beside");
        assertThat(faults(wish(SCOPE, SHAPE, new WishedPlace("last", "word"))))
                .containsExactly("beside: leave it out, or let the position be after or before");
    }

    @Test
    void lengths_are_bounded() {
        assertThat(faults(wish(SCOPE, new WishedShape("digits", 6, 4), FIRST)))
                .containsExactly("longest: expected no less than shortest");
        assertThat(faults(wish(SCOPE, new WishedShape("digits", 20, 4), FIRST)))
                .containsExactly("shortest: expected 3 to 12");
        assertThat(faults(wish(SCOPE, new WishedShape("digits", 4, 13), FIRST)))
                .containsExactly("longest: expected 3 to 12");
        assertThat(faults(wish(SCOPE, new WishedShape("digits", 6, null), FIRST)))
                .containsExactly("shortest, longest: say of how many signs a code is");
        assertThat(faults(wish(new WishedScope("x".repeat(41), "y".repeat(61)), SHAPE, FIRST)))
                .hasSize(2);
        // One sign that becomes many in plain form.
        assertThat(faults(wish(new WishedScope(null, "\ufdfa".repeat(5)), SHAPE, FIRST)))
                .hasSize(1);
        for (String validFor : List.of("0s", "31d")) {
            WishedSaid said = new WishedSaid(null, validFor);
            assertThat(faults(new CodeRuleWish(SCOPE, SHAPE, FIRST, said)))
                    .containsExactly("validFor: expected 1s to 30d");
        }
    }

    @Test
    void rule_that_the_tenant_has_is_refused_however_it_is_written() {
        Saved known = saved(1, wish(SCOPE, SHAPE, AFTER));
        CodeRuleWish same =
                new CodeRuleWish(
                        new WishedScope("LINDEN*", null),
                        SHAPE,
                        new WishedPlace("after", "Word is "),
                        new WishedSaid("Other", "1h"));
        assertThat(faults(same, null, List.of(known)))
                .singleElement()
                .asString()
                .contains(known.id().toString());
        assertThat(faults(wish(SCOPE, SHAPE, FIRST), null, List.of(known))).isEmpty();
        CodeRuleWish unstarred = wish(new WishedScope("Linden", null), SHAPE, AFTER);
        assertThat(faults(unstarred, null, List.of(known))).isEmpty();
    }

    @Test
    void tenant_may_have_so_many_and_no_more() {
        List<Saved> others = new ArrayList<>();
        for (int i = 0; i < CodeRuleCheck.MOST; i++) {
            assertThat(faults(wish(SCOPE, SHAPE, FIRST), null, others)).isEmpty();
            WishedScope scope = new WishedScope("Tree " + i, null);
            others.add(saved(i, wish(scope, SHAPE, FIRST)));
        }
        assertThat(faults(wish(SCOPE, new WishedShape("digits", 1, 6), FIRST), null, others))
                .containsExactly(
                        "this tenant has 50 rules, which is the most: remove one first",
                        "shortest: expected 3 to 12");
    }

    @Test
    void example_must_be_read_as_expected() {
        CodeRuleWish wish = wish(SCOPE, SHAPE, AFTER);
        String text = "Box 7315, your word is 48 29 13";
        assertThat(faults(wish, new CodeRuleExample(text, "482913"), List.of())).isEmpty();
        List<String> another = faults(wish, new CodeRuleExample(text, "7315"), List.of());
        assertThat(another).singleElement().asString().startsWith("example: the rule reads anoth");
        List<String> none = faults(wish, new CodeRuleExample("Box 7315", "7315"), List.of());
        assertThat(none).singleElement().asString().startsWith("example: the rule reads no code");
        assertThat(another.toString() + none).doesNotContain("7315", "Box", "482913");
        String longest = "x".repeat(10_001);
        assertThat(faults(wish, new CodeRuleExample(longest, "7315"), List.of())).hasSize(1);
    }

    @Test
    void example_that_a_rule_before_it_reads_otherwise_is_refused() {
        Saved before = saved(1, wish(SCOPE, SHAPE, FIRST));
        CodeRuleExample example = new CodeRuleExample("Box 7315, your word is 482913", "482913");
        assertThat(faults(wish(SCOPE, SHAPE, AFTER), example, List.of(before)))
                .singleElement()
                .asString()
                .contains(before.id().toString(), "is tried before");
        Saved elsewhere = saved(2, wish(new WishedScope("Eiche", null), SHAPE, FIRST));
        assertThat(faults(wish(SCOPE, SHAPE, AFTER), example, List.of(elsewhere))).isEmpty();
    }

    @Test
    void rule_before_it_that_does_not_decide_is_not_held_against_it() {
        Saved decides = saved(1, wish(SCOPE, SHAPE, new WishedPlace("last", null)));
        Saved hidden = saved(2, wish(SCOPE, SHAPE, FIRST));
        CodeRuleExample example = new CodeRuleExample("Box 7315, your word is 482913", "482913");
        assertThat(faults(wish(SCOPE, SHAPE, AFTER), example, List.of(decides, hidden))).isEmpty();
        assertThat(faults(wish(SCOPE, SHAPE, AFTER), example, List.of(hidden, decides)))
                .singleElement()
                .asString()
                .contains(hidden.id().toString(), "is tried before");
    }

    @Test
    void rule_cannot_be_made_wrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodeRule.Shape(Signs.DIGITS, 2, 4))
                .withMessage("shortest: expected 3 to 12");
    }
}
