package io.inlet.app;

import io.inlet.config.Settings;
import io.inlet.id.Counted;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code inlet run}: the gateway, until it is told to stop. */
@Command(
        name = "run",
        description = {
            "Run the gateway until it is told to stop.",
            "SIGTERM or Ctrl-C drains and stops it; SIGHUP reads the configuration again."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(RunCommand.class);
    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    /** Answers go out within their budget, binds unbind, the embedded database writes all down. */
    private static final Duration LONGEST_STOP = Duration.ofMinutes(3);

    @Mixin private final ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        Settings settings = config.read();
        Launch launch = new Launch(config.file(), settings, new Logging());
        launch.logging().apply(settings.log());
        try (SystemdNotifier systemd = new SystemdNotifier(System.getenv());
                CloseStack stack = new CloseStack()) {
            systemd.extendTimeout(LONGEST_START);
            Gateway gateway = start(launch, systemd, stack);
            systemd.startWatchdog(gateway::isAlive);
            String state =
                    "ready: consumers on port %d, operators on port %d, %s"
                            .formatted(
                                    gateway.httpPort(),
                                    gateway.opsPort(),
                                    Counted.of(settings.carriers().size(), "carrier"));
            new ReloadSignal(gateway.configuration(), systemd, state).install();
            log.info(state);
            systemd.ready(state);
            untilStopped();
        }
    }

    private static Gateway start(Launch launch, SystemdNotifier systemd, CloseStack stack) {
        StopHook hook =
                new StopHook(
                        stack,
                        () -> {
                            systemd.stopping("draining");
                            systemd.extendTimeout(LONGEST_STOP);
                            log.info("stopping: draining");
                        });
        hook.install();
        try {
            return Gateway.start(
                    launch,
                    step -> {
                        log.info("starting: {}", step);
                        systemd.status(step);
                    },
                    stack);
        } finally {
            hook.startEnded();
        }
    }

    /** The hook's thread does the work: the JVM ends when it returns. */
    private static void untilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
