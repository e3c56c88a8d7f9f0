package io.inlet.alarm;

import io.inlet.feed.EventType;
import io.inlet.feed.GatewayEvents;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.log.Series;
import io.inlet.settings.Durations;
import io.inlet.sms.BindId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all binds every few seconds, from a thread of its own: counts what they bring by the
 * hour, and raises an alarm for one that is bound but silent, or whose carrier is slow. One owner
 * starts and closes it.
 */
public final class BindWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BindWatch.class);
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final int TICKS_A_COUNT = 6;
    private static final int DAYS = 14;
    private static final double SECONDS_AN_HOUR = 3_600;

    private final Supplier<List<BindSight>> binds;
    private final TrafficStore traffic;
    private final AlarmSettings settings;
    private final InstantSource clock;
    private final Ports ports;
    private final AlarmBoard board = new AlarmBoard();
    private final Series<String> failures;
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("bind-watch").daemon().factory());

    // The ticker's, but for tests that tick themselves.
    private final Map<BindId, Long> counted = new HashMap<>();
    private Map<BindId, List<Long>> otherDays = Map.of();
    private Instant hour = Instant.MIN;
    private int ticks;

    /**
     * Where it tells what it finds.
     *
     * @param events the built-in tenant's feed
     * @param observer metrics
     */
    public record Ports(TrafficStore traffic, GatewayEvents events, AlarmObserver observer) {}

    /** A bind as the board has it. */
    private record Subject(BindSight sight, Ports ports) implements AlarmSubject {
        @Override
        public Object id() {
            return sight.id();
        }

        @Override
        public String shown() {
            return "bind=" + sight.name();
        }

        @Override
        public void show(Alarm alarm, boolean raised) {
            ports.observer().changed(alarm, sight.name(), raised);
        }

        @Override
        public void tell(EventType type, String detail) {
            ports.events().tell(type, sight.id(), detail);
        }
    }

    /**
     * @param binds how all binds look now
     */
    public BindWatch(
            Supplier<List<BindSight>> binds,
            AlarmSettings settings,
            Ports ports,
            InstantSource clock) {
        this.binds = binds;
        this.traffic = ports.traffic();
        this.settings = settings;
        this.clock = clock;
        this.ports = ports;
        this.failures = new Series<>(clock);
    }

    /** Begins to look. */
    public void start() {
        long tick = TICK.toMillis();
        var _ = ticker.scheduleWithFixedDelay(this::look, tick, tick, TimeUnit.MILLISECONDS);
    }

    // Whatever it throws would end the repeated task for good.
    private void look() {
        try {
            tick();
        } catch (StoreUnavailableException e) {
            log.debug("binds are counted when the database is back: {}", e.getMessage());
        } catch (RuntimeException e) {
            if (failures.add(e.getClass().getName()) > 0) {
                log.error("binds cannot be watched", e);
            }
        }
    }

    /** One look. */
    void tick() {
        List<BindSight> seen = binds.get();
        for (BindSight bind : seen) {
            Subject subject = new Subject(bind, ports);
            board.say(Alarm.BOUND_BUT_SILENT, subject, silence(bind));
            board.say(Alarm.CARRIER_LAG, subject, lag(bind));
        }
        board.keepOnly(seen.stream().map(BindSight::id).collect(Collectors.toSet()));
        if (ticks++ % TICKS_A_COUNT == 0) {
            count(seen);
        }
    }

    private @Nullable String silence(BindSight bind) {
        Instant since = bind.boundSince();
        if (since == null) {
            return null;
        }
        Instant last = bind.lastMessageAt();
        Instant silentSince = last == null || last.isBefore(since) ? since : last;
        Duration silent = Duration.between(silentSince, clock.instant());
        double expected =
                UsualTraffic.anHour(otherDays.getOrDefault(bind.id(), List.of()))
                        * silent.toSeconds()
                        / SECONDS_AN_HOUR;
        boolean alarming =
                silent.compareTo(settings.silence()) >= 0 && expected >= settings.silentMessages();
        return alarming
                ? "nothing for %s, when some %.0f messages are usual"
                        .formatted(
                                Durations.write(silent.truncatedTo(ChronoUnit.SECONDS)), expected)
                : null;
    }

    private @Nullable String lag(BindSight bind) {
        Duration lag = bind.lag();
        return lag == null || lag.compareTo(settings.carrierLag()) <= 0
                ? null
                : "one message in 20 is %s old or older when it comes"
                        .formatted(Durations.write(lag.truncatedTo(ChronoUnit.MILLIS)));
    }

    // A bind that is not bound brings nothing, which says nothing of what is usual.
    private void count(List<BindSight> seen) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Map<BindId, Long> more = new HashMap<>();
        for (BindSight bind : seen) {
            if (bind.boundSince() != null) {
                // One that was removed and added again counts from nothing.
                long before = Math.min(counted.getOrDefault(bind.id(), 0L), bind.received());
                counted.put(bind.id(), before);
                more.put(bind.id(), bind.received() - before);
            }
        }
        traffic.add(now, more);
        more.forEach((bind, messages) -> counted.merge(bind, messages, Long::sum));
        if (!now.equals(hour)) {
            otherDays = traffic.sameHourBefore(now, DAYS);
            hour = now;
        }
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
