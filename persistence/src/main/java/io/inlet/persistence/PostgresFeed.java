package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.FEED_HEAD;

import io.inlet.feed.Cursor;
import io.inlet.feed.FeedLook;
import io.inlet.feed.FeedQuery;
import io.inlet.feed.FeedReader;
import io.inlet.tenant.TenantId;
import java.time.LocalDate;
import org.jooq.Record2;

/** Reads the feed as it is committed. Any thread; calls block on the database. */
public final class PostgresFeed implements FeedReader {
    private final Database database;
    private final GroupRead<FeedQuery, FeedLook> looks;

    public PostgresFeed(Database database) {
        this.database = database;
        this.looks = database.group(new FeedLooks(database));
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

    @Override
    public FeedLook look(FeedQuery query) {
        return looks.ask(query);
    }
}
