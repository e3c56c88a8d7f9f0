package io.inlet.persistence;

import io.inlet.code.CodeExtractor;
import io.inlet.code.CodeReading;
import io.inlet.code.SampleReading;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules for codes of a later version than those by which {@link Sms} is read. */
final class LaterRules {
    static final int VERSION = 2;

    private LaterRules() {}

    /** So many digits are a code; less sure than the rules before, with other candidates. */
    static CodeExtractor codeOf(int digits) {
        Pattern code = Pattern.compile("\\b\\d{" + digits + "}\\b");
        return (text, sender) -> {
            Matcher found = code.matcher(text);
            return reading(found.find() ? found.group() : null, null);
        };
    }

    /** Six digits are a code, as before, and this is who issued it. */
    static CodeExtractor codeOf(String brand) {
        CodeExtractor rules = codeOf(6);
        return (text, sender) -> reading(rules.read(text, sender).code(), brand);
    }

    private static CodeReading reading(@Nullable String code, @Nullable String brand) {
        return SampleReading.of(code)
                .brand(brand)
                .confidence(0.8)
                .rule("later", VERSION)
                .candidates("5512")
                .reading();
    }
}
