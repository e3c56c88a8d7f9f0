package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.BIND_HOUR;

import io.inlet.alarm.TrafficStore;
import io.inlet.sms.BindId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** The rows of what binds brought by the hour. Any thread; blocks. */
public final class PostgresTraffic implements TrafficStore {
    private static final Duration DAY = Duration.ofDays(1);

    /** Older hours are of no use to anybody. */
    private static final Duration KEPT = Duration.ofDays(40);

    private static final Comparator<BindId> BY_ID =
            Comparator.comparing(BindId::uuid, UuidOrder.ASCENDING);

    private final Database database;

    public PostgresTraffic(Database database) {
        this.database = database;
    }

    // In the order of the binds, as by all gateways.
    @Override
    public void add(Instant hour, Map<BindId, Long> messages) {
        database.run(dsl -> {
            messages.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(BY_ID))
                    .forEach(bind -> add(dsl, hour, bind.getKey().uuid(), bind.getValue()));
            dsl.deleteFrom(BIND_HOUR).where(BIND_HOUR.HOUR.lt(hour.minus(KEPT))).execute();
        });
    }

    private static void add(DSLContext dsl, Instant hour, UUID bind, long messages) {
        dsl.insertInto(BIND_HOUR, BIND_HOUR.BIND_ID, BIND_HOUR.HOUR, BIND_HOUR.MESSAGES)
                .values(bind, hour, messages)
                .onConflict(BIND_HOUR.BIND_ID, BIND_HOUR.HOUR)
                .doUpdate()
                .set(BIND_HOUR.MESSAGES, BIND_HOUR.MESSAGES.plus(messages))
                .execute();
    }

    @Override
    public Map<BindId, List<Long>> sameHourBefore(Instant hour, int days) {
        List<Instant> hours =
                IntStream.rangeClosed(1, days)
                        .mapToObj(day -> hour.minus(DAY.multipliedBy(day)))
                        .toList();
        return database
                .dsl()
                .select(BIND_HOUR.BIND_ID, BIND_HOUR.MESSAGES)
                .from(BIND_HOUR)
                .where(BIND_HOUR.HOUR.in(hours))
                .fetch()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> new BindId(row.value1()),
                                Collectors.mapping(row -> row.value2(), Collectors.toList())));
    }
}
