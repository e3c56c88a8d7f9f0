package io.inlet.app;

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
        return "/ops/v1/binds/" + BindNames.of(client).id(bind);
    }
}
