package io.inlet.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.inlet.id.EnumName;
import io.inlet.tenant.Environment;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inlet tenants}: customers and their keys, on a running gateway. */
@Command(
        name = "tenants",
        description = "Create, list and change tenants of the running gateway.",
        mixinStandardHelpOptions = true,
        subcommands = {
            TenantsCommand.Create.class,
            TenantsCommand.ListAll.class,
            TenantOrderCommands.State.class,
            TenantOrderCommands.Verify.class,
            TenantOrderCommands.Purposes.class
        })
final class TenantsCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Command(
            name = "create",
            description =
                    "Create a tenant with one principal, and print the principal's key, once.",
            mixinStandardHelpOptions = true)
    static final class Create implements Runnable {
        @Mixin private final ConfigOption config = new ConfigOption();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "NAME", description = "The legal entity's name.")
        private String name = "";

        @Option(
                names = "--environment",
                required = true,
                converter = EnvironmentName.class,
                completionCandidates = EnvironmentName.class,
                description = "One of: ${COMPLETION-CANDIDATES}; for good.")
        private Environment environment = Environment.SANDBOX;

        @Option(
                names = "--country",
                description = "Where it is registered, such as GB; needed for live.")
        private @Nullable String country;

        @Option(
                names = "--principal",
                defaultValue = "default",
                description = "The principal's name (default: ${DEFAULT-VALUE}).")
        private String principal = "default";

        @Override
        public void run() {
            OpsClient client = config.client();
            String wanted = EnumName.of(environment);
            Map<String, String> entity = new HashMap<>(Map.of("name", name));
            entity.put("environment", wanted);
            if (country != null) {
                entity.put("country", country);
            }
            JsonNode tenant = post(client, "/ops/v1/tenants", entity);
            JsonNode made =
                    post(
                            client,
                            "/ops/v1/tenants/" + tenant.path("id").asText() + "/principals",
                            Map.of("name", principal));
            PrintWriter out = spec.commandLine().getOut();
            out.printf("tenant     %s%n", tenant.path("id").asText());
            out.printf("key        %s%n", made.path("key").asText());
            out.println("The key is shown this once; what is stored is a hash of it.");
        }
    }

    @Command(
            name = "list",
            description = "List all tenants, oldest first.",
            mixinStandardHelpOptions = true)
    static final class ListAll implements Runnable {
        @Mixin private final ConfigOption config = new ConfigOption();
        @Spec private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            JsonNode tenants = config.client().get("/ops/v1/tenants").path("tenants");
            PrintWriter out = spec.commandLine().getOut();
            out.printf("%-30s  %-8s  %-10s  %s%n", "TENANT", "KIND", "STATE", "NAME");
            for (JsonNode tenant : tenants) {
                out.printf(
                        "%-30s  %-8s  %-10s  %s%n",
                        tenant.path("id").asText(),
                        tenant.path("environment").asText(),
                        tenant.path("state").asText(),
                        tenant.path("name").asText());
            }
        }
    }

    private static JsonNode post(OpsClient client, String path, Map<String, String> body) {
        try {
            return client.post(path, "application/json", JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings is always JSON", e);
        }
    }
}
