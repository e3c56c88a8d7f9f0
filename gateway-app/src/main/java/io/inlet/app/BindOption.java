package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The parameter that names a bind of the running gateway, for the commands that need one. */
final class BindOption {
    @Mixin private final ConfigOption config = new ConfigOption();

    @Parameters(
            paramLabel = "CARRIER/BIND",
            description = "The bind, as the configuration names it.")
    private String bind = "";

    OpsClient client() {
        return config.client();
    }

    String name() {
        return bind;
    }

    /**
     * The path of the bind's operations.
     *
     * @throws CommandFailure if there is no such bind: it names those that there are
     */
    String path(OpsClient client) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : client.get("/ops/v1/binds").path("binds")) {
            String name = one.path("carrier").asText() + "/" + one.path("name").asText();
            if (name.equals(bind)) {
                return "/ops/v1/binds/" + one.path("id").asText();
            }
            names.add(name);
        }
        throw new CommandFailure(
                "there is no bind %s; expected one of %s"
                        .formatted(bind, String.join(", ", names)));
    }
}
