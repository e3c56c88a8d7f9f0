package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.FEED;
import static io.inlet.persistence.jooq.Tables.FEED_HEAD;

import io.inlet.feed.Cursor;
import io.inlet.feed.EventId;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.id.Uuid7;
import io.inlet.lease.LeaseId;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jooq.DSLContext;

/**
 * Appends one event about a lease to a tenant's feed, within a transaction. The head's lock, held
 * to the commit, makes the sequence gapless and commit-ordered.
 */
final class FeedWriter {
    private final DSLContext dsl;
    private final Cursor head;

    private FeedWriter(DSLContext dsl, Cursor head) {
        this.dsl = dsl;
        this.head = head;
    }

    /** Locks the tenant's head: after the number's row, and before any row of a lease. */
    static FeedWriter lock(DSLContext dsl, TenantId tenant) {
        return dsl.select(FEED_HEAD.DAY, FEED_HEAD.SEQUENCE)
                .from(FEED_HEAD)
                .where(FEED_HEAD.TENANT_ID.eq(tenant.uuid()))
                .forUpdate()
                .fetchSingle(
                        row -> new FeedWriter(dsl, new Cursor(tenant, row.value1(), row.value2())));
    }

    FeedEntry append(EventType type, LeaseId lease, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Cursor place =
                new Cursor(
                        head.tenant(),
                        today.isAfter(head.day()) ? today : head.day(),
                        head.sequence() + 1);
        var entry = new FeedEntry(new EventId(Uuid7.mint(at)), place, type, at, lease, null, 0);
        insert(entry, lease);
        int moved =
                dsl.update(FEED_HEAD)
                        .set(FEED_HEAD.DAY, place.day())
                        .set(FEED_HEAD.SEQUENCE, place.sequence())
                        .where(FEED_HEAD.TENANT_ID.eq(place.tenant().uuid()))
                        .execute();
        if (moved != 1) {
            throw new IllegalStateException("the head of " + place.tenant() + " is gone");
        }
        return entry;
    }

    private void insert(FeedEntry entry, LeaseId lease) {
        Cursor place = entry.cursor();
        dsl.insertInto(FEED)
                .set(FEED.TENANT_ID, place.tenant().uuid())
                .set(FEED.DAY, place.day())
                .set(FEED.SEQUENCE, place.sequence())
                .set(FEED.EVENT_ID, entry.id().uuid())
                .set(FEED.TYPE, entry.type().wireName())
                .set(FEED.AT, entry.at())
                .set(FEED.LEASE_ID, lease.uuid())
                .execute();
    }
}
