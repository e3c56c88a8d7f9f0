package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.BIND;
import static io.inlet.persistence.jooq.Tables.FEED;

import io.inlet.feed.Cursor;
import io.inlet.feed.EventId;
import io.inlet.feed.EventType;
import io.inlet.feed.GatewayEvent;
import io.inlet.feed.GatewayEvents;
import io.inlet.sms.BindId;
import io.inlet.sms.BindName;
import io.inlet.sms.MessageId;
import io.inlet.tenant.Tenant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The built-in tenant's rows of the feed. Any thread; blocks. */
public final class PostgresGatewayEvents implements GatewayEvents {
    private static final int DAYS_BACK = 7;

    private final Database database;
    private final InstantSource clock;

    public PostgresGatewayEvents(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void tell(EventType type, BindId bind, String detail) {
        database.run(dsl ->
                FeedWriter.lock(dsl, Tenant.SYSTEM)
                        .append(type, bind, detail, PgTime.floor(clock.instant())));
    }

    @Override
    public void tell(EventType type, String detail) {
        database.run(dsl ->
                FeedWriter.lock(dsl, Tenant.SYSTEM)
                        .append(type, detail, PgTime.floor(clock.instant())));
    }

    @Override
    public List<GatewayEvent> after(@Nullable Cursor after, int limit) {
        return database.dsl()
                .select(FEED.DAY, FEED.SEQUENCE, FEED.EVENT_ID, FEED.TYPE, FEED.AT)
                .select(FEED.MESSAGE_ID, FEED.DETAIL, BIND.CARRIER, BIND.NAME)
                .from(FEED.leftJoin(BIND).on(BIND.BIND_ID.eq(FEED.BIND_ID)))
                .where(FEED.TENANT_ID.eq(Tenant.SYSTEM.uuid()))
                .and(after == null ? isRecent() : isAfter(after))
                .orderBy(FEED.DAY, FEED.SEQUENCE)
                .limit(limit)
                .fetch(PostgresGatewayEvents::event);
    }

    // The day stands in the SQL itself, so that planning leaves older partitions out.
    private Condition isRecent() {
        return FEED.DAY.ge(DSL.inline(PgTime.utcDay(clock.instant()).minusDays(DAYS_BACK)));
    }

    // The day bounds the partitions that are read.
    private static Condition isAfter(Cursor place) {
        return FEED.DAY
                .ge(place.day())
                .and(DSL.row(FEED.DAY, FEED.SEQUENCE).gt(place.day(), place.sequence()));
    }

    private static GatewayEvent event(Record row) {
        LocalDate day = row.get(FEED.DAY);
        var message = row.get(FEED.MESSAGE_ID);
        String carrier = row.get(BIND.CARRIER);
        return new GatewayEvent(
                new EventId(row.get(FEED.EVENT_ID)),
                new Cursor(Tenant.SYSTEM, day, row.get(FEED.SEQUENCE)),
                EventTypes.parse(row.get(FEED.TYPE)),
                row.get(FEED.AT),
                carrier == null ? null : new BindName(carrier, row.get(BIND.NAME)),
                row.get(FEED.DETAIL),
                message == null ? null : new MessageId(message));
    }
}
