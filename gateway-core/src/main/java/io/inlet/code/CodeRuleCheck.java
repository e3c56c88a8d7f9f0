package io.inlet.code;

import io.inlet.code.CodeRuleStore.Saved;
import io.inlet.code.CodeRuleWish.Checked;
import io.inlet.code.CodeRuleWish.Right;
import io.inlet.code.CodeRuleWish.Wrong;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a rule may join those that a tenant has. Stores ask before they save. Stateless. */
public final class CodeRuleCheck {
    /** How many rules a tenant may have. */
    public static final int MOST = 50;

    private CodeRuleCheck() {}

    /**
     * Looks at all of it: the rule itself, how many the tenant has, whether it has this one, and
     * whether the example is read as expected, by this rule and by all of them together.
     */
    public static Checked check(
            CodeRuleWish wish, @Nullable CodeRuleExample example, List<Saved> others) {
        List<String> faults = new ArrayList<>();
        if (others.size() >= MOST) {
            faults.add("this tenant has " + MOST + " rules, which is the most: remove one first");
        }
        return switch (wish.check()) {
            case Wrong wrong -> {
                faults.addAll(wrong.faults());
                yield new Wrong(faults);
            }
            case Right right -> {
                addDuplicate(right.rule(), others, faults);
                if (example != null) {
                    addExample(right.rule(), example, others, faults);
                }
                yield faults.isEmpty() ? right : new Wrong(faults);
            }
        };
    }

    private static void addDuplicate(CodeRule rule, List<Saved> others, List<String> faults) {
        CompiledRule wanted = new CompiledRule(rule);
        for (Saved other : others) {
            if (wanted.asksTheSameAs(new CompiledRule(other.rule()))) {
                faults.add(
                        "the tenant has this rule, but for brand and validity, as "
                                + other.id()
                                + ": remove that one first, or leave this one out");
            }
        }
    }

    private static void addExample(
            CodeRule rule, CodeRuleExample example, List<Saved> others, List<String> faults) {
        if (example.text().length() > CodeRuleExample.LONGEST) {
            faults.add(
                    "example: expected a text of at most "
                            + CodeRuleExample.LONGEST
                            + " characters");
            return;
        }
        PlainText text = PlainText.of(example.text());
        String from = rule.scope().oneSender();
        String code = code(rule, text, from);
        if (code == null) {
            faults.add("example: the rule reads no code in it; look at it with try");
        } else if (!code.equals(example.code())) {
            faults.add("example: the rule reads another code in it; look at it with try");
        }
        for (Saved other : others) {
            String before = code(other.rule(), text, from);
            if (before != null) {
                addDecided(before.equals(example.code()), other, faults);
                return;
            }
        }
    }

    // The first that reads any code decides: what those after it would read is never asked.
    private static void addDecided(boolean asExpected, Saved decided, List<String> faults) {
        if (!asExpected) {
            faults.add(
                    "example: "
                            + decided.id()
                            + " is tried before and reads another code in it: remove that one,"
                            + " and add it again after this one");
        }
    }

    private static @Nullable String code(CodeRule rule, PlainText text, String sender) {
        CodeRules.Fit fit = CodeRules.of(List.of(rule)).find(text, sender);
        return fit == null ? null : fit.code().code();
    }
}
