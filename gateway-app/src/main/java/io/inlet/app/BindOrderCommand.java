package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code inlet binds enable|disable|drain|reconnect}: has something done to one bind, live. */
abstract class BindOrderCommand implements Runnable {
    @Mixin private final BindOption bind = new BindOption();
    @Spec private CommandSpec spec = CommandSpec.create();

    private final String order;

    private BindOrderCommand(String order) {
        this.order = order;
    }

    @Override
    public void run() {
        OpsClient client = bind.client();
        JsonNode now = client.post(bind.path(client) + "/" + order, "application/json", "");
        spec.commandLine()
                .getOut()
                .printf("%s is now %s%n", bind.name(), now.path("state").asText());
    }

    @Command(
            name = "enable",
            description = "Let a bind come up that was disabled or drained.",
            mixinStandardHelpOptions = true)
    static final class Enable extends BindOrderCommand {
        Enable() {
            super("enable");
        }
    }

    @Command(
            name = "disable",
            description = "End a bind's session, and keep it away until it is enabled.",
            mixinStandardHelpOptions = true)
    static final class Disable extends BindOrderCommand {
        Disable() {
            super("disable");
        }
    }

    @Command(
            name = "drain",
            description = "Let a bind's last answers out, unbind, and keep it away until enabled.",
            mixinStandardHelpOptions = true)
    static final class Drain extends BindOrderCommand {
        Drain() {
            super("drain");
        }
    }

    @Command(
            name = "reconnect",
            description = "End a bind's session and make a new one, for example for a certificate.",
            mixinStandardHelpOptions = true)
    static final class Reconnect extends BindOrderCommand {
        Reconnect() {
            super("reconnect");
        }
    }
}
