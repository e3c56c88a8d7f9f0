package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import io.inlet.code.CodeReading;
import io.inlet.code.CodeRule;
import io.inlet.code.CodeRuleExample;
import io.inlet.code.CodeRuleId;
import io.inlet.code.CodeRuleStore;
import io.inlet.code.CodeRuleStore.Removed;
import io.inlet.code.CodeRuleStore.Saved;
import io.inlet.code.CodeRuleWish;
import io.inlet.code.CodeRules;
import io.inlet.code.CueExtractor;
import io.inlet.http.CodeRuleJson.RuleBody;
import io.inlet.http.CodeRuleJson.TriedJson;
import io.inlet.id.Counted;
import io.inlet.tenant.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tenants' rules for codes over HTTP, for operators. Called on virtual threads; blocks on the
 * store. What is refused shows nothing of what was sent: it may be what messages hold.
 */
final class CodeRuleOperations {
    private final CodeRuleStore rules;
    private final CueExtractor reader;

    CodeRuleOperations(OpsServer.Codes codes) {
        this.rules = codes.rules();
        this.reader = codes.reader();
    }

    private record ExampleBody(@Nullable String text, @Nullable String code) {
        @Override
        public String toString() {
            return "example";
        }
    }

    private record AddBody(@Nullable RuleBody rule, @Nullable ExampleBody example) {}

    private record TryBody(
            @Nullable RuleBody rule, @Nullable String text, @Nullable String sender) {
        @Override
        public String toString() {
            return "rule to try";
        }
    }

    HttpResponse add(Exchange exchange) {
        TenantId tenant = tenant(exchange);
        AddBody body = exchange.json(AddBody.class);
        CodeRuleWish wish = wish(body.rule());
        CodeRuleExample example = example(body.example());
        return switch (rules.add(tenant, wish, example)) {
            case CodeRuleStore.Added added ->
                    Answers.json(HttpStatus.CREATED, CodeRuleJson.of(added.saved()));
            case CodeRuleStore.Refused refused ->
                    throw refused(refused.faults(), "nothing is kept");
            case CodeRuleStore.NoSuchTenant _ -> throw noTenant(tenant);
        };
    }

    HttpResponse list(Exchange exchange) {
        TenantId tenant = tenant(exchange);
        List<Saved> found = rules.rules(tenant);
        if (found == null) {
            throw noTenant(tenant);
        }
        return Answers.ok(Map.of("rules", found.stream().map(CodeRuleJson::of).toList()));
    }

    HttpResponse remove(Exchange exchange) {
        CodeRuleId rule = exchange.pathId("rule", CodeRuleId::parse);
        Removed removed = rules.remove(rule);
        if (removed == null) {
            throw new RefusedException(
                    Problem.of(ProblemType.NOT_FOUND, "there is no rule " + rule));
        }
        return Answers.ok(CodeRuleJson.of(removed));
    }

    /** Shows what a rule would read; keeps nothing. */
    HttpResponse tryOne(Exchange exchange) {
        TryBody body = exchange.json(TryBody.class);
        String text = bounded("text", body.text());
        CodeRule rule =
                switch (wish(body.rule()).check()) {
                    case CodeRuleWish.Right right -> right.rule();
                    case CodeRuleWish.Wrong wrong ->
                            throw refused(wrong.faults(), "nothing is tried");
                };
        String sender = Objects.requireNonNullElse(body.sender(), rule.scope().oneSender());
        CodeReading own = reader.read(CodeRules.of(List.of(rule)), text, sender);
        return Answers.ok(
                own == null
                        ? TriedJson.of(false, reader.read(text, sender))
                        : TriedJson.of(true, own));
    }

    private static TenantId tenant(Exchange exchange) {
        return exchange.pathId("tenant", TenantId::parse);
    }

    private static CodeRuleWish wish(@Nullable RuleBody body) {
        if (body == null) {
            throw Texts.refused("rule", "an object");
        }
        return body.wish();
    }

    private static @Nullable CodeRuleExample example(@Nullable ExampleBody body) {
        return body == null
                ? null
                : new CodeRuleExample(
                        bounded("example.text", body.text()), bounded("example.code", body.code()));
    }

    private static String bounded(String field, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > CodeRuleExample.LONGEST) {
            throw Texts.refused(
                    field,
                    String.format(Locale.ROOT, "1 to %,d characters", CodeRuleExample.LONGEST));
        }
        return text;
    }

    private static RefusedException refused(List<String> faults, String so) {
        return new RefusedException(
                new Problem(
                        ProblemType.CODE_RULE_REFUSED,
                        Counted.of(faults.size(), "problem") + "; " + so,
                        new Problem.Faults(faults)));
    }

    private static RefusedException noTenant(TenantId tenant) {
        return new RefusedException(
                Problem.of(ProblemType.NOT_FOUND, "there is no tenant " + tenant));
    }
}
