package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.LEASE;

import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.lease.Hold;
import io.inlet.lease.LeaseId;
import io.inlet.number.NumberId;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Puts and lifts a hold of a lease within a transaction, whose locks are those of every change of a
 * lease: its number, its tenant's feed, its row. Any thread.
 */
final class LeaseHolds {
    private final InstantSource clock;

    LeaseHolds(InstantSource clock) {
        this.clock = clock;
    }

    /** The event, or null if there is nothing to tell: it has the hold, or others, or is over. */
    @Nullable FeedEntry put(DSLContext dsl, LeaseId lease, Hold hold) {
        return change(dsl, lease, hold, true);
    }

    /**
     * The event, or null if there is nothing to tell: it has no such hold, or others, or is over.
     */
    @Nullable FeedEntry lift(DSLContext dsl, LeaseId lease, Hold hold) {
        return change(dsl, lease, hold, false);
    }

    private @Nullable FeedEntry change(DSLContext dsl, LeaseId id, Hold hold, boolean put) {
        // A lease changes neither its number nor its tenant: this may be read before any lock.
        var of =
                dsl.select(LEASE.NUMBER_ID, LEASE.TENANT_ID)
                        .from(LEASE)
                        .where(LEASE.LEASE_ID.eq(id.uuid()))
                        .fetchOne();
        if (of == null) {
            return null;
        }
        NumberChoice.lock(dsl, new NumberId(of.value1()));
        FeedWriter feed = FeedWriter.lock(dsl, new TenantId(of.value2()));
        Instant now = PgTime.floor(clock.instant());
        String[] before =
                dsl.select(LEASE.HOLDS)
                        .from(LEASE)
                        .where(LEASE.LEASE_ID.eq(id.uuid()), LEASE.GRACE_ENDS_AT.gt(now))
                        .forUpdate()
                        .fetchOne(LEASE.HOLDS);
        if (before == null || Arrays.asList(before).contains(Codes.of(hold)) == put) {
            return null;
        }
        String[] after = after(before, Codes.of(hold), put);
        dsl.update(LEASE).set(LEASE.HOLDS, after).where(LEASE.LEASE_ID.eq(id.uuid())).execute();
        boolean told = put ? before.length == 0 : after.length == 0;
        EventType type = put ? EventType.LEASE_SUSPENDED : EventType.LEASE_RESUMED;
        return told ? feed.append(type, id, Codes.of(hold), now) : null;
    }

    private static String[] after(String[] before, String hold, boolean put) {
        List<String> holds = new ArrayList<>(Arrays.asList(before));
        if (put) {
            holds.add(hold);
        } else {
            holds.remove(hold);
        }
        return holds.stream().sorted().toArray(String[]::new);
    }
}
