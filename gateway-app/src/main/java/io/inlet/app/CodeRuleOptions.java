package io.inlet.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * A tenant's rule for codes as options. What is wrong with it is told by the gateway, all at once.
 */
final class CodeRuleOptions {
    @Option(
            names = "--sender",
            paramLabel = "SENDER",
            description = "For messages of this sender; a star at its end stands for what follows.")
    private @Nullable String sender;

    @Option(
            names = "--holds",
            paramLabel = "PHRASE",
            description = "For messages that hold this phrase, for example the brand.")
    private @Nullable String holds;

    @ArgGroup(multiplicity = "1")
    private final Looks looks = new Looks();

    @ArgGroup(multiplicity = "1")
    private final Position position = new Position();

    @Option(names = "--brand", paramLabel = "NAME", description = "Who issues the code.")
    private @Nullable String brand;

    @Option(
            names = "--valid-for",
            paramLabel = "10m",
            description = "For how long it is good; without it, what the text says.")
    private @Nullable String validFor;

    /** What the code looks like. */
    static final class Looks {
        @Option(
                names = "--digits",
                paramLabel = "N[-M]",
                converter = LengthText.class,
                description = "The code is of so many digits, 3 to 12, what joins them left out.")
        @Nullable Length digits;

        @Option(
                names = "--letters-and-digits",
                paramLabel = "N[-M]",
                converter = LengthText.class,
                description = "The code is of so many letters and digits.")
        @Nullable Length mixture;
    }

    /** Where the code stands. */
    static final class Position {
        @Option(
                names = "--after",
                paramLabel = "PHRASE",
                description = "The code stands right after this phrase.")
        @Nullable String after;

        @Option(
                names = "--before",
                paramLabel = "PHRASE",
                description = "The code stands right before this phrase.")
        @Nullable String before;

        @Option(names = "--first", description = "The code is the first of its shape.")
        boolean first;

        @Option(names = "--last", description = "The code is the last of its shape.")
        boolean last;

        @Option(names = "--own-line", description = "The code stands on a line of its own.")
        boolean ownLine;
    }

    /** From how many signs to how many. */
    record Length(int shortest, int longest) {}

    /** Reads {@code 6} and {@code 4-8}. */
    static final class LengthText implements ITypeConverter<Length> {
        @Override
        public Length convert(String text) {
            if (!text.matches("[0-9]{1,2}(-[0-9]{1,2})?")) {
                throw new TypeConversionException("expected a length such as 6 or 4-8");
            }
            int hyphen = text.indexOf('-');
            String shortest = hyphen < 0 ? text : text.substring(0, hyphen);
            return new Length(
                    Integer.parseInt(shortest), Integer.parseInt(text.substring(hyphen + 1)));
        }
    }

    /** A fault of the rule that these options are, with the options instead of its fields. */
    String inOptions(String fault) {
        int colon = fault.indexOf(": ");
        if (colon < 0) {
            return fault;
        }
        Set<String> options = new LinkedHashSet<>();
        for (String field : fault.substring(0, colon).split(", ", -1)) {
            String option = option(field);
            if (option == null) {
                return fault;
            }
            options.add(option);
        }
        return String.join(", ", options)
                + fault.substring(colon)
                        .replace("in beside", "in --after or --before")
                        .replace("no less than shortest", "the shorter length first, as in 4-8");
    }

    private @Nullable String option(String field) {
        return switch (field) {
            case "sender", "holds", "brand" -> "--" + field;
            case "shortest", "longest" ->
                    looks.digits == null ? "--letters-and-digits" : "--digits";
            case "beside" -> position.before == null ? "--after" : "--before";
            case "validFor" -> "--valid-for";
            case "example", "example.text" -> "--example";
            case "example.code" -> "--example-code";
            case "text" -> "TEXT";
            default -> null;
        };
    }

    ObjectNode json() {
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        rule.put("sender", sender).put("holds", holds);
        if (looks.digits != null) {
            put(rule, "digits", looks.digits);
        } else if (looks.mixture != null) {
            put(rule, "letters_and_digits", looks.mixture);
        }
        rule.put("position", positionName());
        rule.put("beside", position.after == null ? position.before : position.after);
        return rule.put("brand", brand).put("validFor", validFor);
    }

    private static void put(ObjectNode rule, String signs, Length length) {
        rule.put("signs", signs).put("shortest", length.shortest).put("longest", length.longest);
    }

    private String positionName() {
        if (position.after != null) {
            return "after";
        }
        if (position.before != null) {
            return "before";
        }
        if (position.ownLine) {
            return "own_line";
        }
        return position.first ? "first" : "last";
    }
}
