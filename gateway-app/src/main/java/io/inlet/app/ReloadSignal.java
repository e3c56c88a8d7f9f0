package io.inlet.app;

import io.inlet.config.Outcome;
import io.inlet.config.Reload;
import io.inlet.config.Settings;
import io.inlet.config.SettingsFile;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the configuration again at SIGHUP. What can change while the gateway runs is applied; what
 * cannot is named. A file with a problem changes nothing. Signals come one at a time, on a thread
 * of the JVM's.
 */
final class ReloadSignal {
    private static final Logger log = LoggerFactory.getLogger(ReloadSignal.class);

    private final Path file;
    private final Logging logging;
    private final SystemdNotifier systemd;
    private final String state;
    private Settings running;

    ReloadSignal(Path file, Settings running, Logging logging, Notices notices) {
        this.file = file;
        this.running = running;
        this.logging = logging;
        this.systemd = notices.systemd();
        this.state = notices.state();
    }

    /**
     * How systemd hears of a reload.
     *
     * @param systemd tells it
     * @param state what the status line says once it is done
     */
    record Notices(SystemdNotifier systemd, String state) {}

    void install() {
        Hangup.onSignal(this::reload);
    }

    synchronized void reload() {
        systemd.reloading();
        switch (SettingsFile.read(file)) {
            case Outcome.Accepted(Settings found) -> apply(Reload.of(running, found));
            case Outcome.Rejected(var problems) ->
                    log.error("reload refused, nothing has changed: {}", problems);
        }
        systemd.ready(state);
    }

    private void apply(Reload reload) {
        running = reload.effective();
        logging.apply(running.log());
        log.info("reloaded: log levels are as the file says");
        if (!reload.needRestart().isEmpty()) {
            log.warn("changed, and waiting for a restart: {}", reload.needRestart());
        }
    }
}
