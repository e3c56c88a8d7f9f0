package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.FEED;
import static io.inlet.persistence.jooq.Tables.FEED_HEAD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.inlet.feed.Cursor;
import io.inlet.feed.EventId;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.feed.FeedQuery;
import io.inlet.feed.FeedReader;
import io.inlet.lease.LeaseId;
import io.inlet.sms.MessageId;
import io.inlet.tenant.TenantId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;

/** Reads the feed as it is committed. Any thread; calls block on the database. */
public final class PostgresFeed implements FeedReader {
    private static final Map<String, EventType> TYPES =
            Arrays.stream(EventType.values())
                    .collect(Collectors.toMap(EventType::wireName, Function.identity()));

    private final Database database;

    public PostgresFeed(Database database) {
        this.database = database;
    }

    @Override
    public Cursor head(TenantId tenant) {
        Record2<LocalDate, Long> head =
                database.dsl()
                        .select(FEED_HEAD.DAY, FEED_HEAD.SEQUENCE)
                        .from(FEED_HEAD)
                        .where(FEED_HEAD.TENANT_ID.eq(tenant.uuid()))
                        .fetchOne();
        if (head == null) {
            throw new IllegalArgumentException("there is no tenant " + tenant);
        }
        return new Cursor(tenant, head.value1(), head.value2());
    }

    // The first day stands in the SQL itself, so that planning leaves earlier partitions out. The
    // head's day is looked up in the same statement: a statement of its own would double what each
    // look of each waiter costs. The day never goes back along the sequence, so the order is its.
    @Override
    public List<FeedEntry> read(FeedQuery query) {
        Cursor after = query.after();
        String[] types =
                query.types().stream().map(EventType::wireName).sorted().toArray(String[]::new);
        return database.dsl()
                .select(
                        FEED.DAY,
                        FEED.SEQUENCE,
                        FEED.EVENT_ID,
                        FEED.TYPE,
                        FEED.AT,
                        FEED.LEASE_ID,
                        FEED.MESSAGE_ID,
                        FEED.VERSION)
                .from(FEED)
                .where(FEED.LEASE_ID.eq(query.lease().uuid()))
                .and(FEED.TENANT_ID.eq(after.tenant().uuid()))
                .and(FEED.DAY.ge(inline(after.day())))
                .and(FEED.DAY.le(headDay(after.tenant())))
                .and(FEED.SEQUENCE.gt(after.sequence()))
                .and(FEED.TYPE.eq(any(types)))
                .orderBy(FEED.DAY, FEED.SEQUENCE)
                .limit(query.limit())
                .fetch(row ->
                        new FeedEntry(
                                new EventId(row.value3()),
                                new Cursor(after.tenant(), row.value1(), row.value2()),
                                Objects.requireNonNull(TYPES.get(row.value4())),
                                row.value5(),
                                lease(row.value6()),
                                message(row.value7()),
                                row.value8()));
    }

    private static Field<LocalDate> headDay(TenantId tenant) {
        return field(
                select(FEED_HEAD.DAY).from(FEED_HEAD).where(FEED_HEAD.TENANT_ID.eq(tenant.uuid())));
    }

    private static @Nullable LeaseId lease(@Nullable UUID id) {
        return id == null ? null : new LeaseId(id);
    }

    private static @Nullable MessageId message(@Nullable UUID id) {
        return id == null ? null : new MessageId(id);
    }
}
