package io.inlet.app;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The orders among {@code inlet tenants}: each is an event of the gateway with who gave it. */
final class TenantOrderCommands {
    private TenantOrderCommands() {}

    @Command(
            name = "state",
            description = "Restrict, suspend, terminate a tenant, or let it be active again.",
            mixinStandardHelpOptions = true)
    static final class State implements Runnable {
        @Mixin private final TenantOrderOptions options = new TenantOrderOptions();

        @Parameters(
                index = "1",
                paramLabel = "STATE",
                description = "active, restricted, suspended, or terminated, which is for good.")
        private String state = "";

        @Option(
                names = "--reason",
                description =
                        "Needed unless active: suspected_abuse, nonpayment, regulatory_concern, material_breach, sanctions or requested.")
        private @Nullable String reason;

        @Override
        public void run() {
            Map<String, @Nullable Object> order = new HashMap<>();
            order.put("state", state);
            order.put("reason", reason);
            options.send("state", order);
        }
    }

    @Command(
            name = "verify",
            description = "Say that a tenant's legal entity has been checked.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Runnable {
        @Mixin private final TenantOrderOptions options = new TenantOrderOptions();

        @Option(names = "--withdraw", description = "Say that it is verified no more.")
        private boolean withdrawn;

        @Override
        public void run() {
            options.send("verification", Map.of("verified", !withdrawn));
        }
    }

    @Command(
            name = "purposes",
            description = "Say what a tenant may lease numbers for; without any, for all.",
            mixinStandardHelpOptions = true)
    static final class Purposes implements Runnable {
        @Mixin private final TenantOrderOptions options = new TenantOrderOptions();

        @Parameters(index = "1..*", paramLabel = "PURPOSE", description = "For example qa_testing.")
        private List<String> purposes = List.of();

        @Override
        public void run() {
            options.send(
                    "purposes",
                    Collections.singletonMap("purposes", purposes.isEmpty() ? null : purposes));
        }
    }
}
