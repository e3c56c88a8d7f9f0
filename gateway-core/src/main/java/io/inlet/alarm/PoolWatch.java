package io.inlet.alarm;

import io.inlet.feed.EventType;
import io.inlet.feed.GatewayEvents;
import io.inlet.id.EnumName;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.lease.Availability;
import io.inlet.lease.LeaseRequest.Wanted;
import io.inlet.lease.LeaseStore;
import io.inlet.log.Series;
import io.inlet.number.LineType;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks each minute, from a thread of its own, whether as many numbers are free as operators want.
 * Every gateway looks for itself and tells it. One owner starts and closes it.
 */
public final class PoolWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PoolWatch.class);
    private static final Duration TICK = Duration.ofMinutes(1);

    private final List<LowWater> marks;
    private final Ports ports;
    private final InstantSource clock;
    private final AlarmBoard board = new AlarmBoard();
    private final Series<String> failures;
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("pool-watch").daemon().factory());

    /**
     * Where it looks, and where it tells what it finds.
     *
     * @param leases counts free numbers
     * @param events the built-in tenant's feed
     * @param observer metrics
     */
    public record Ports(LeaseStore leases, GatewayEvents events, Observer observer) {}

    /** Shows whether there are too few numbers of a kind. */
    @FunctionalInterface
    public interface Observer {
        void changed(String country, LineType lineType, boolean low);
    }

    public PoolWatch(List<LowWater> marks, Ports ports, InstantSource clock) {
        this.marks = List.copyOf(marks);
        this.ports = ports;
        this.clock = clock;
        this.failures = new Series<>(clock);
    }

    /** Begins to look, if there is anything to look at. */
    public void start() {
        if (!marks.isEmpty()) {
            long tick = TICK.toMillis();
            var _ = ticker.scheduleWithFixedDelay(this::look, 0, tick, TimeUnit.MILLISECONDS);
        }
    }

    // Whatever it throws would end the repeated task for good.
    private void look() {
        try {
            tick();
        } catch (StoreUnavailableException e) {
            log.debug("the pool is looked at when the database is back: {}", e.getMessage());
        } catch (RuntimeException e) {
            if (failures.add(e.getClass().getName()) > 0) {
                log.error("the pool cannot be watched", e);
            }
        }
    }

    /** One look. */
    void tick() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (LowWater mark : marks) {
            Wanted wanted = new Wanted(null, mark.country(), mark.lineType());
            Availability.Count free =
                    ports.leases().availability(Environment.LIVE, wanted, now).free();
            String shown = mark.country() + "/" + EnumName.of(mark.lineType());
            String why =
                    free.count() >= mark.free()
                            ? null
                            : "%s has %d free numbers, and should have %d"
                                    .formatted(shown, free.count(), mark.free());
            board.say(Alarm.POOL_LOW, new Subject(mark, shown, ports), why);
        }
    }

    private record Subject(LowWater mark, String shown, Ports ports) implements AlarmSubject {
        @Override
        public Object id() {
            return mark;
        }

        @Override
        public String shown() {
            return "pool=" + shown;
        }

        @Override
        public void show(Alarm alarm, boolean raised) {
            ports.observer().changed(mark.country(), mark.lineType(), raised);
        }

        @Override
        public void tell(EventType type, String detail) {
            // An alarm that is over must say which one it was.
            ports.events().tell(type, detail.contains(shown) ? detail : detail + ": " + shown);
        }
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
