package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.inlet.sms.BindName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The binds of a running gateway, by the names that operators know.
 *
 * @param ids their identifiers
 */
record BindNames(Map<BindName, String> ids) {
    /** Asks a gateway. */
    static BindNames of(OpsClient client) {
        Map<BindName, String> ids = new LinkedHashMap<>();
        for (JsonNode bind : client.get("/ops/v1/binds").path("binds")) {
            ids.put(
                    new BindName(bind.path("carrier").asText(), bind.path("name").asText()),
                    bind.path("id").asText());
        }
        return new BindNames(ids);
    }

    /**
     * The identifier of {@code CARRIER/BIND}.
     *
     * @throws CommandFailure if there is no such bind: it names those that there are
     */
    String id(String name) {
        return ids.entrySet().stream()
                .filter(bind -> bind.getKey().toString().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /**
     * Makes sure that a selection of binds selects one.
     *
     * @param carrier its carrier, or null for any
     * @param bind its name, or null for any
     * @throws CommandFailure if there is no such bind: it names those that there are
     */
    void expect(@Nullable String carrier, @Nullable String bind) {
        boolean found =
                ids.keySet().stream()
                        .anyMatch(name ->
                                (carrier == null || carrier.equals(name.carrier()))
                                        && (bind == null || bind.equals(name.bind())));
        if (!found && (carrier != null || bind != null)) {
            throw unknown((carrier == null ? "*" : carrier) + "/" + (bind == null ? "*" : bind));
        }
    }

    private CommandFailure unknown(String name) {
        String known =
                ids.keySet().stream().map(BindName::toString).collect(Collectors.joining(", "));
        return new CommandFailure("there is no bind %s; expected one of %s".formatted(name, known));
    }
}
