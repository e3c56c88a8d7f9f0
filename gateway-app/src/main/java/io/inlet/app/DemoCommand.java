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
            names = "--ops-port",
            paramLabel = "PORT",
            description =
                    "Port for operators; 0 takes any (default: 8081 or, if that is taken or with"
                            + " --once, any).")
    private Integer opsPort = -1;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description =
                    "Keeps the database and keys (default: .inlet/demo beside the launcher; for root,"
                            + " /var/lib/inlet-demo).")
    private Path directory = usualDirectory();

    private final PrintWriter out;

    DemoCommand() {
        this(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }

    /**
     * @param out for people
     */
    DemoCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CloseStack stack = new CloseStack();
        StopHook hook = new StopHook(stack, () -> {});
        hook.install();
        try {
            return play(stack, hook);
        } finally {
            hook.startEnded();
            stack.close();
        }
    }

    private int play(CloseStack stack, StopHook hook) throws IOException, InterruptedException {
        SendTimes times = new SendTimes();
        ScriptedSmsc carrier =
                stack.push("carrier", ScriptedSmsc.start(SmscSettings.DEFAULT, times));
        say("a scripted carrier listens on port " + carrier.port());
        DemoSettings files =
                new DemoSettings(directory, httpPort(), DemoPort.operators(opsPort, once));
        Settings settings = files.write(carrier.port());
        Gateway gateway = start(Launch.of(files.file(), settings), stack);
        hook.startEnded();
        say(
                "the gateway serves on port %d, and operators on port %d"
                        .formatted(gateway.httpPort(), gateway.opsPort()));
        if (!carrier.awaitReceivers(1, BIND)) {
            throw new CommandFailure(
                    "the gateway did not bind to the carrier within " + Durations.write(BIND));
        }
        say("the gateway is bound to the carrier");
        Demo demo =
                stack.push(
                        "demo",
                        new Demo(stage(gateway, files.file(), settings, new Sent(carrier, times))));
        demo.prepare();
        boolean asExpected = demo.play();
        if (!once) {
            demo.stayUp();
        }
        return asExpected ? 0 : 1;
    }

    // What a demo left behind may be of another version, and nobody needs it.
    private Gateway start(Launch launch, CloseStack stack) {
        try {
            return Gateway.start(launch, this::say, stack);
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

    private Demo.Stage stage(Gateway gateway, Path config, Settings settings, Sent sent) {
        return new Demo.Stage(
                URI.create("http://127.0.0.1:" + gateway.httpPort()),
                URI.create("http://127.0.0.1:" + gateway.opsPort()),
                OpsKey.read(settings.ops().keyFile()).reveal(),
                config.toAbsolutePath().normalize(),
                sent.carrier(),
                sent.times(),
                out);
    }

    /** Who sends, and when what was sent. */
    private record Sent(ScriptedSmsc carrier, SendTimes times) {}

    private void say(String step) {
        out.println("  " + step);
        out.flush();
    }
}
