package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.FEED;
import static io.inlet.persistence.jooq.Tables.FEED_HEAD;

import io.inlet.feed.Cursor;
import io.inlet.feed.EventId;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.id.Uuid7;
import io.inlet.lease.LeaseId;
import io.inlet.sms.BindId;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Appends events to a tenant's feed, within a transaction. The head's lock, held to the commit,
 * makes the sequence gapless and commit-ordered.
 */
final class FeedWriter {
    private final DSLContext dsl;
    private Cursor head;

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
        FeedEntry entry = entry(type, lease, at);
        insert(entry, null, null);
        return entry;
    }

    /** Appends an event about a lease, with a few words of what happened. */
    FeedEntry append(EventType type, LeaseId lease, String detail, Instant at) {
        FeedEntry entry = entry(type, lease, at);
        insert(entry, null, detail);
        return entry;
    }

    /** Appends an event about a bind, with a few words of what happened. */
    void append(EventType type, BindId bind, String detail, Instant at) {
        insert(entry(type, null, at), bind, detail);
    }

    /** Appends an event about something else, with a few words of what happened. */
    void append(EventType type, String detail, Instant at) {
        insert(entry(type, null, at), null, detail);
    }

    private FeedEntry entry(EventType type, @Nullable LeaseId lease, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Cursor place =
                new Cursor(
                        head.tenant(),
                        today.isAfter(head.day()) ? today : head.day(),
                        head.sequence() + 1);
        return new FeedEntry(new EventId(Uuid7.mint(at)), place, type, at, lease, null, 0);
    }

    private void insert(FeedEntry entry, @Nullable BindId bind, @Nullable String detail) {
        Cursor place = entry.cursor();
        LeaseId lease = entry.lease();
        int moved =
                dsl.update(FEED_HEAD)
                        .set(FEED_HEAD.DAY, place.day())
                        .set(FEED_HEAD.SEQUENCE, place.sequence())
                        .where(FEED_HEAD.TENANT_ID.eq(place.tenant().uuid()))
                        .execute();
        if (moved != 1) {
            throw new IllegalStateException("the head of " + place.tenant() + " is gone");
        }
        dsl.insertInto(FEED)
                .set(FEED.TENANT_ID, place.tenant().uuid())
                .set(FEED.DAY, place.day())
                .set(FEED.SEQUENCE, place.sequence())
                .set(FEED.EVENT_ID, entry.id().uuid())
                .set(FEED.TYPE, entry.type().wireName())
                .set(FEED.AT, entry.at())
                .set(FEED.LEASE_ID, lease == null ? null : lease.uuid())
                .set(FEED.BIND_ID, bind == null ? null : bind.uuid())
                .set(FEED.DETAIL, detail)
                .execute();
        head = place;
    }
}
