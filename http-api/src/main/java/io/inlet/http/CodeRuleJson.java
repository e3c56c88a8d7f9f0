package io.inlet.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.inlet.code.CodeReading;
import io.inlet.code.CodeRule;
import io.inlet.code.CodeRuleStore.Removed;
import io.inlet.code.CodeRuleStore.Saved;
import io.inlet.code.CodeRuleWish;
import io.inlet.code.CodeRuleWish.WishedPlace;
import io.inlet.code.CodeRuleWish.WishedSaid;
import io.inlet.code.CodeRuleWish.WishedScope;
import io.inlet.code.CodeRuleWish.WishedShape;
import io.inlet.id.EnumName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A rule for codes as operators read it. */
record CodeRuleJson(String id, @JsonUnwrapped @Nullable RuleBody rule) {

    /** A rule as operators write it; nothing of it need be right. */
    record RuleBody(
            @Nullable String sender,
            @Nullable String holds,
            @Nullable String signs,
            @Nullable Integer shortest,
            @Nullable Integer longest,
            @Nullable String position,
            @Nullable String beside,
            @Nullable String brand,
            @Nullable String validFor) {

        CodeRuleWish wish() {
            return new CodeRuleWish(
                    new WishedScope(sender, holds),
                    new WishedShape(signs, shortest, longest),
                    new WishedPlace(position, beside),
                    new WishedSaid(brand, validFor));
        }

        @Override
        public String toString() {
            return "code rule";
        }

        private static RuleBody of(CodeRule rule) {
            return new RuleBody(
                    rule.scope().sender(),
                    rule.scope().holds(),
                    EnumName.of(rule.shape().signs()),
                    rule.shape().shortest(),
                    rule.shape().longest(),
                    EnumName.of(rule.place().position()),
                    rule.place().beside(),
                    rule.said().brand(),
                    text(rule.said().validFor()));
        }
    }

    /** What was read of a text that a rule was tried on. */
    record TriedJson(
            boolean fits,
            @Nullable String code,
            @Nullable String display,
            String kind,
            @Nullable String brand,
            String purpose,
            @Nullable String validFor,
            @Nullable String validUntil,
            double confidence,
            String rule) {

        @Override
        public String toString() {
            return "tried rule";
        }

        static TriedJson of(boolean fits, CodeReading reading) {
            return new TriedJson(
                    fits,
                    reading.code(),
                    reading.display(),
                    EnumName.of(reading.kind()),
                    reading.brand(),
                    EnumName.of(reading.purpose()),
                    text(reading.validFor()),
                    reading.validUntil() == null ? null : reading.validUntil().toString(),
                    reading.confidence(),
                    reading.rule());
        }
    }

    static CodeRuleJson of(Saved saved) {
        return new CodeRuleJson(saved.id().toString(), RuleBody.of(saved.rule()));
    }

    /** By its id alone if this version refuses it. */
    static CodeRuleJson of(Removed removed) {
        CodeRule rule = removed.rule();
        return new CodeRuleJson(removed.id().toString(), rule == null ? null : RuleBody.of(rule));
    }

    private static @Nullable String text(@Nullable Duration validFor) {
        return validFor == null ? null : DurationText.format(validFor);
    }
}
