package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inlet.code.CodeRuleId;
import io.inlet.tenant.TenantId;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code inlet code-rules}: what a tenant says of its own senders' codes. */
@Command(
        name = "code-rules",
        description = "Say where a sender's messages carry their code, for one tenant.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CodeRulesCommand.Add.class,
            CodeRulesCommand.ListAll.class,
            CodeRulesCommand.Remove.class,
            CodeRulesCommand.Try.class
        })
final class CodeRulesCommand {
    @Command(
            name = "add",
            description = {
                "Add a rule, tried after those that the tenant has and before the general reader.",
                "With an example, the rule must read its code; the example is not kept."
            },
            mixinStandardHelpOptions = true)
    static final class Add implements Runnable {
        @Mixin private final ConfigOption config = new ConfigOption();
        @Mixin private final CodeRuleOptions rule = new CodeRuleOptions();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Parameters(
                paramLabel = "TENANT",
                converter = TenantText.class,
                description = "The tenant's id, as inlet tenants list shows it.")
        private String tenant = "";

        @ArgGroup(exclusive = false)
        private @Nullable Example example;

        /** Both or none. */
        static final class Example {
            @Option(
                    names = "--example",
                    required = true,
                    paramLabel = "TEXT",
                    description = "A text that the rule must read.")
            String text = "";

            @Option(
                    names = "--example-code",
                    required = true,
                    paramLabel = "CODE",
                    description = "The code in it, without separators.")
            String code = "";
        }

        @Override
        public void run() {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.set("rule", rule.json());
            if (example != null) {
                body.putObject("example").put("text", example.text).put("code", example.code);
            }
            JsonNode added =
                    config.client()
                            .saying(f -> advised(rule.inOptions(f)))
                            .post(path(tenant), "application/json", body.toString());
            spec.commandLine().getOut().printf("rule       %s%n", added.path("id").asText());
        }
    }

    @Command(
            name = "list",
            description = "List a tenant's rules, in the order in which they are tried.",
            mixinStandardHelpOptions = true)
    static final class ListAll implements Runnable {
        @Mixin private final ConfigOption config = new ConfigOption();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Parameters(
                paramLabel = "TENANT",
                converter = TenantText.class,
                description = "The tenant's id, as inlet tenants list shows it.")
        private String tenant = "";

        @Override
        public void run() {
            JsonNode rules =
                    config.client()
                            .saying(CodeRulesCommand::advised)
                            .get(path(tenant))
                            .path("rules");
            Columns columns = new Columns("RULE", "MESSAGES", "CODE", "PLACE", "SAYS");
            for (JsonNode rule : rules) {
                columns.row(
                        rule.path("id").asText(),
                        messages(rule),
                        looks(rule),
                        place(rule),
                        says(rule));
            }
            columns.print(spec.commandLine().getOut());
        }

        private static String messages(JsonNode rule) {
            return words(rule, "sender", "from %s", "holds", "with '%s'");
        }

        private static String looks(JsonNode rule) {
            int shortest = rule.path("shortest").asInt();
            int longest = rule.path("longest").asInt();
            String count = shortest == longest ? "" + shortest : shortest + "-" + longest;
            return count + " " + rule.path("signs").asText().replace('_', ' ');
        }

        private static String place(JsonNode rule) {
            String position = rule.path("position").asText().replace('_', ' ');
            JsonNode beside = rule.path("beside");
            return beside.isTextual() ? position + " '" + beside.asText() + "'" : position;
        }

        private static String says(JsonNode rule) {
            return words(rule, "brand", "%s", "validFor", "valid for %s");
        }

        private static String words(JsonNode rule, String... fieldsAndForms) {
            StringJoiner words = new StringJoiner(", ");
            for (int i = 0; i < fieldsAndForms.length; i += 2) {
                JsonNode value = rule.path(fieldsAndForms[i]);
                if (value.isTextual()) {
                    words.add(fieldsAndForms[i + 1].replace("%s", value.asText()));
                }
            }
            return words.toString();
        }
    }

    @Command(
            name = "remove",
            description = "Remove a rule. What it has read stays as it is.",
            mixinStandardHelpOptions = true)
    static final class Remove implements Runnable {
        @Mixin private final ConfigOption config = new ConfigOption();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Parameters(
                paramLabel = "RULE",
                converter = RuleText.class,
                description = "The rule's id, as inlet code-rules list shows it.")
        private String rule = "";

        @Override
        public void run() {
            JsonNode removed = config.client().delete("/ops/v1/code-rules/" + segment(rule));
            spec.commandLine().getOut().printf("removed    %s%n", removed.path("id").asText());
        }
    }

    @Command(
            name = "try",
            description = "Show what a rule would read in a text. Nothing is kept.",
            mixinStandardHelpOptions = true)
    static final class Try implements Runnable {
        private static final String[] SHOWN = {
            "code", "display", "brand", "validFor", "validUntil", "kind", "purpose", "rule"
        };

        @Mixin private final ConfigOption config = new ConfigOption();
        @Mixin private final CodeRuleOptions rule = new CodeRuleOptions();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "TEXT", description = "The text of a message.")
        private String text = "";

        @Option(
                names = "--from",
                paramLabel = "SENDER",
                description =
                        "Who sent it, as people see it; without it, one that the rule is for.")
        private @Nullable String from;

        @Override
        public void run() {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.set("rule", rule.json());
            body.put("text", text).put("sender", from);
            JsonNode read =
                    config.client()
                            .saying(rule::inOptions)
                            .post("/ops/v1/code-rules/try", "application/json", body.toString());
            PrintWriter out = spec.commandLine().getOut();
            boolean fits = read.path("fits").asBoolean();
            out.printf("%-10s %s%n", "fits", fits ? "yes" : "no: the general reader decides");
            for (String field : SHOWN) {
                if (read.path(field).isTextual()) {
                    out.printf("%-10s %s%n", field, read.path(field).asText());
                }
            }
            out.flush();
        }
    }

    private static String advised(String fault) {
        return fault.startsWith("there is no tenant ") ? fault + "; see inlet tenants list" : fault;
    }

    /** A tenant's id: what is none is not asked for. */
    static final class TenantText implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return checked(() -> TenantId.parse(text), "ten_", text);
        }
    }

    /** The same for a rule's. */
    static final class RuleText implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return checked(() -> CodeRuleId.parse(text), "rul_", text);
        }
    }

    private static String checked(Supplier<Object> parse, String prefix, String text) {
        try {
            return parse.get().toString();
        } catch (IllegalArgumentException _) {
            throw new TypeConversionException(
                    "expected %s and 26 characters, found '%s'".formatted(prefix, text));
        }
    }

    private static String path(String tenant) {
        return "/ops/v1/tenants/" + segment(tenant) + "/code-rules";
    }

    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
