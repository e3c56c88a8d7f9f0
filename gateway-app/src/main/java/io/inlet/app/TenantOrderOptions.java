package io.inlet.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which tenant an order is about, and who gives it. */
final class TenantOrderOptions {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin private final ConfigOption config = new ConfigOption();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "TENANT", description = "As inlet tenants list shows it.")
    private String tenant = "";

    @Option(
            names = "--by",
            paramLabel = "WHO",
            description = "Who orders it, for the gateway's events (default: this user's name).")
    private String by = System.getProperty("user.name", "unknown");

    /** Sends an order, and prints the tenant as it is then. */
    void send(String what, Map<String, ? extends @Nullable Object> order) {
        Map<String, @Nullable Object> body = new TreeMap<>(order);
        body.put("by", by);
        String path =
                "/ops/v1/tenants/" + URLEncoder.encode(tenant, StandardCharsets.UTF_8) + "/" + what;
        JsonNode changed = config.client().post(path, "application/json", json(body));
        PrintWriter out = spec.commandLine().getOut();
        out.printf("state      %s%n", changed.path("state").asText());
        out.printf("reason     %s%n", changed.path("reason").asText("none"));
        out.printf("verified   %s%n", changed.path("verified").asText());
        out.printf("purposes   %s%n", purposes(changed.path("purposes")));
    }

    private static String purposes(JsonNode purposes) {
        return purposes.isNull() ? "all" : purposes.toString();
    }

    private static String json(Map<String, @Nullable Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of plain values is always JSON", e);
        }
    }
}
