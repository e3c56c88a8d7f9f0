package io.inlet.app;

import io.inlet.config.Settings;
import io.inlet.id.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code inlet check}: reads the configuration and says what is wrong with it. */
@Command(
        name = "check",
        description = "Check the configuration and tell every problem at once; starts nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Runnable {
    @Mixin private final ConfigOption config = new ConfigOption();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        Settings settings = config.read();
        long binds = settings.carriers().stream().mapToLong(c -> c.binds().size()).sum();
        spec.commandLine()
                .getOut()
                .printf(
                        "%s is fine: node %s, %s, %s%n",
                        config.file(),
                        settings.node(),
                        Counted.of(settings.carriers().size(), "carrier"),
                        Counted.of(binds, "bind"));
    }
}
