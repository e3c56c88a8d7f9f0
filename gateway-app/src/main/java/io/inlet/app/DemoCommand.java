package io.inlet.app;

import io.inlet.app.demo.Demo;
import io.inlet.app.demo.SendTimes;
import io.inlet.config.Settings;
import io.inlet.http.OpsKey;
import io.inlet.persistence.DatabaseRefusedException;
import io.inlet.settings.Durations;
import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code inlet demo}: everything on this machine, in one command. */
@Command(
        name = "demo",
        description = {
            "Show a carrier, a gateway and a few lessees at work on this machine.",
            "Starts an embedded PostgreSQL, a scripted carrier and the gateway; prints what each"
                    + " lessee reads; then stays up for you to try. Sends to this machine only."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final Duration BIND = Duration.ofSeconds(30);

    @Option(
            names = "--once",
            description =
                    "End after the scene: status 0, or 1 if a message did not come out right.")
    private boolean once;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the API; 0 takes any (default: 8080, with --once any).")
    private Integer port = -1;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description =
                    "Keeps the database and keys (default: .inlet/demo beside the launcher; for root,"
                            + " /var/lib/inlet-demo).")
    private Path directory = usualDirectory();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        CloseStack stack = new CloseStack();
        StopHook hook = new StopHook(stack, () -> {});
        hook.install();
        try {
            return play(stack, hook, out);
        } finally {
            hook.startEnded();
            stack.close();
        }
    }

    private int play(CloseStack stack, StopHook hook, PrintWriter out)
            throws IOException, InterruptedException {
        SendTimes times = new SendTimes();
        ScriptedSmsc carrier =
                stack.push("carrier", ScriptedSmsc.start(SmscSettings.DEFAULT, times));
        say(out, "a scripted carrier listens on port " + carrier.port());
        DemoSettings files = new DemoSettings(directory, httpPort());
        Settings settings = files.write(carrier.port());
        Gateway gateway = start(Launch.of(files.file(), settings), stack, out);
        hook.startEnded();
        say(out, "the gateway serves on port " + gateway.httpPort());
        if (!carrier.awaitReceivers(1, BIND)) {
            throw new CommandFailure(
                    "the gateway did not bind to the carrier within " + Durations.write(BIND));
        }
        say(out, "the gateway is bound to the carrier");
        Demo demo = stack.push("demo", new Demo(stage(gateway, settings, carrier, times, out)));
        demo.prepare();
        boolean asExpected = demo.play();
        if (!once) {
            demo.stayUp();
        }
        return asExpected ? 0 : 1;
    }

    // What a demo left behind may be of another version, and nobody needs it.
    private Gateway start(Launch launch, CloseStack stack, PrintWriter out) {
        try {
            return Gateway.start(launch, step -> say(out, step), stack);
        } catch (DatabaseRefusedException e) {
            throw new CommandFailure(
                    "%s%nThe demo's database is in %s: if it is left from another version, delete that folder or give another with --directory"
                            .formatted(e.getMessage(), directory.toAbsolutePath()));
        }
    }

    /** As root the database runs as somebody else, who must get there: not so in root's home. */
    private static Path usualDirectory() {
        return System.getProperty("user.name").equals("root")
                ? Path.of("/var/lib/inlet-demo")
                : Path.of(System.getProperty("inlet.home", "."), ".inlet", "demo");
    }

    private int httpPort() {
        if (port >= 0) {
            return port;
        }
        return once ? 0 : 8080;
    }

    private static Demo.Stage stage(
            Gateway gateway,
            Settings settings,
            ScriptedSmsc carrier,
            SendTimes times,
            PrintWriter out) {
        return new Demo.Stage(
                URI.create("http://127.0.0.1:" + gateway.httpPort()),
                URI.create("http://127.0.0.1:" + gateway.opsPort()),
                OpsKey.read(settings.ops().keyFile()).reveal(),
                carrier,
                times,
                out);
    }

    private static void say(PrintWriter out, String step) {
        out.println("  " + step);
        out.flush();
    }
}
