package io.inlet.code;

import io.inlet.code.CodeRule.Said;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one tenant, made ready to be tried in their order: the first that fits decides. Any
 * thread.
 *
 * <p>The work is linear in the text, and next to nothing is done for each rule: one pass finds the
 * numbers, one the phrases of all rules, and each rule then looks at 30 numbers at most.
 */
public final class CodeRules {
    /** Of a tenant that has none. */
    public static final CodeRules NONE = new CodeRules(List.of());

    private final List<CompiledRule> rules;
    private final PhraseSearch phrases;

    private CodeRules(List<CompiledRule> rules) {
        this.rules = rules;
        this.phrases =
                new PhraseSearch(
                        rules.stream()
                                .map(CompiledRule::holds)
                                .filter(phrase -> !phrase.isEmpty())
                                .toList());
    }

    /** Makes rules ready, in the order in which they are to be tried. */
    public static CodeRules of(List<CodeRule> rules) {
        return rules.isEmpty()
                ? NONE
                : new CodeRules(rules.stream().map(CompiledRule::new).toList());
    }

    /** Whether there is nothing to try. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** What the first rule that fits reads, and what it says of it. */
    record Fit(Candidate code, Said said) {}

    /** Whether a look at a text of this sender can find anything. */
    boolean mayFit(String sender) {
        return !rules.isEmpty() && !asked(sender).isEmpty();
    }

    /** The first rule that fits and what it reads, or null if none does. */
    @Nullable Fit find(PlainText text, String sender) {
        List<CompiledRule> asked = asked(sender);
        RuleNumbers numbers = asked.isEmpty() ? RuleNumbers.NONE : RuleNumbers.of(text);
        if (numbers.isEmpty()) {
            return null;
        }
        PhraseSearch.Found found = null;
        for (CompiledRule rule : asked) {
            RuleNumbers.Figure number = rule.pick(numbers, text);
            if (number != null && !rule.holds().isEmpty()) {
                found = found == null ? phrases.in(text) : found;
                number = found.has(rule.holds()) ? number : null;
            }
            if (number != null) {
                return new Fit(number.candidate(text), rule.said());
            }
        }
        return null;
    }

    private List<CompiledRule> asked(String sender) {
        String plain = CompiledRule.plainSender(sender);
        List<CompiledRule> asked = new ArrayList<>(rules.size());
        for (CompiledRule rule : rules) {
            if (rule.isOf(plain)) {
                asked.add(rule);
            }
        }
        return asked;
    }
}
