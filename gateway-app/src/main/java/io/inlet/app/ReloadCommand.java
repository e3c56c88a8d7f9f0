package io.inlet.app;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code inlet reload}: has a running gateway read its files again. */
@Command(
        name = "reload",
        description = {
            "Have the running gateway read its configuration again and apply what has changed, whole"
                    + " or not at all; check --against-running shows the plan first.",
            "Binds that did not change keep their sessions."
        },
        mixinStandardHelpOptions = true)
final class ReloadCommand implements Runnable {
    @Mixin private final ConfigOption config = new ConfigOption();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var report = config.client().post("/ops/v1/configuration/reload", "application/json", "");
        PrintWriter out = spec.commandLine().getOut();
        new ReloadTable(report).print(out);
        out.println("applied");
        out.flush();
    }
}
