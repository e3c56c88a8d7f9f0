package io.inlet.app;

import io.inlet.http.Configuration;

/**
 * Reloads the configuration at SIGHUP, and tells systemd so. Signals come one at a time, on a
 * thread of the JVM's.
 *
 * @param configuration the running gateway's
 * @param systemd told of each reload
 * @param state what systemd's status line says once it is done
 */
record ReloadSignal(Configuration configuration, SystemdNotifier systemd, String state) {
    void install() {
        Hangup.onSignal(this::reload);
    }

    private void reload() {
        systemd.reloading();
        try {
            configuration.reload();
        } finally {
            systemd.ready(state);
        }
    }
}
