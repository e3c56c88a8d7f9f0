package io.inlet.app;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd how the gateway is, by the protocol of sd_notify(3). Started by anything else than
 * a unit of {@code Type=notify} it does nothing. It never fails: what cannot be told is logged. Any
 * thread.
 */
public final class SystemdNotifier implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SystemdNotifier.class);

    private final @Nullable String socket;
    private final @Nullable Duration watchdog;
    private final @Nullable UnixDatagrams datagrams;
    private final ScheduledExecutorService beats =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("systemd-watchdog").unstarted(task));

    /**
     * Takes what systemd said at the start.
     *
     * @param environment the process's; {@code NOTIFY_SOCKET}, {@code WATCHDOG_USEC} and {@code
     *     WATCHDOG_PID} are read
     */
    public SystemdNotifier(Map<String, String> environment) {
        socket = environment.get("NOTIFY_SOCKET");
        watchdog = socket == null ? null : watchdog(environment);
        datagrams = socket == null ? null : new UnixDatagrams();
    }

    /** The gateway serves: {@code systemctl start} returns, and units ordered after it start. */
    public void ready(String status) {
        tell("READY=1\nSTATUS=" + line(status));
    }

    /** One line for {@code systemctl status}. */
    public void status(String status) {
        tell("STATUS=" + line(status));
    }

    /** The configuration is being read again; {@link #ready} must follow. */
    public void reloading() {
        // On Linux nanoTime is CLOCK_MONOTONIC, which systemd compares with.
        tell("RELOADING=1\nMONOTONIC_USEC=" + TimeUnit.NANOSECONDS.toMicros(System.nanoTime()));
    }

    /** The gateway stops: it drains, unbinds, and ends. */
    public void stopping(String status) {
        tell("STOPPING=1\nSTATUS=" + line(status));
    }

    /**
     * Asks for more time than the unit grants for starting, reloading or stopping: for a long
     * migration, or to drain.
     *
     * @param extra how long the phase may still take, from now
     */
    public void extendTimeout(Duration extra) {
        tell("EXTEND_TIMEOUT_USEC=" + TimeUnit.NANOSECONDS.toMicros(extra.toNanos()));
    }

    /**
     * Begins to send a sign of life at half the watchdog's time, if the unit has one; systemd kills
     * and restarts a gateway that sends none. Called once.
     *
     * @param alive asked before each sign, on this object's thread; it must answer at once
     */
    public void startWatchdog(BooleanSupplier alive) {
        if (watchdog != null) {
            long half = watchdog.toNanos() / 2;
            var _ = beats.scheduleAtFixedRate(() -> beat(alive), 0, half, TimeUnit.NANOSECONDS);
        }
    }

    /** Ends the signs of life; the rest still works, so that the end can be told. */
    @Override
    public void close() {
        beats.shutdownNow();
    }

    private void beat(BooleanSupplier alive) {
        try {
            if (alive.getAsBoolean()) {
                tell("WATCHDOG=1");
            } else {
                log.warn("no sign of life for systemd: the gateway is stuck");
            }
        } catch (RuntimeException e) {
            // Thrown on, it would end the signs for good.
            log.error("cannot tell whether the gateway is alive", e);
        }
    }

    private void tell(String state) {
        if (socket == null || datagrams == null) {
            return;
        }
        try {
            datagrams.send(socket, state);
        } catch (IOException e) {
            log.warn("cannot tell systemd: {}", e.getMessage());
        }
    }

    private static @Nullable Duration watchdog(Map<String, String> environment) {
        String time = environment.get("WATCHDOG_USEC");
        String own = Long.toString(ProcessHandle.current().pid());
        boolean mine = environment.getOrDefault("WATCHDOG_PID", own).equals(own);
        if (time == null || !mine || !time.matches("[1-9][0-9]{0,15}")) {
            return null;
        }
        return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(Long.parseLong(time)));
    }

    /** A line end would begin another assignment. */
    private static String line(String status) {
        return status.replace('\n', ' ');
    }
}
