package io.inlet.app;

import io.inlet.config.Settings;
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
            "SIGTERM or Ctrl-C drains and stops it; SIGHUP reads the log levels again."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(RunCommand.class);
    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    @Mixin private final ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        Settings settings = config.read();
        Logging logging = new Logging();
        logging.apply(settings.log());
        try (SystemdNotifier systemd = new SystemdNotifier(System.getenv())) {
            systemd.extendTimeout(LONGEST_START);
            Gateway gateway =
                    Gateway.start(
                            settings,
                            step -> {
                                log.info("starting: {}", step);
                                systemd.status(step);
                            });
            systemd.startWatchdog(gateway::isAlive);
            String state =
                    "ready: consumers on port %d, operators on port %d, %d carriers"
                            .formatted(
                                    gateway.httpPort(),
                                    gateway.opsPort(),
                                    settings.carriers().size());
            var notices = new ReloadSignal.Notices(systemd, state);
            new ReloadSignal(config.file(), settings, logging, notices).install();
            log.info(state);
            systemd.ready(state);
            untilStopped(gateway, systemd);
        }
    }

    /** The hook's thread does the work: the JVM ends when it returns. */
    private static void untilStopped(Gateway gateway, SystemdNotifier systemd) {
        CountDownLatch never = new CountDownLatch(1);
        Thread stop =
                new Thread(
                        () -> {
                            systemd.stopping("draining");
                            log.info("stopping: draining");
                            gateway.close();
                            log.info("stopped");
                        },
                        "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
