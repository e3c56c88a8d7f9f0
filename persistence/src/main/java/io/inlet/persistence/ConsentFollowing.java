package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.CONSENT;
import static io.inlet.persistence.jooq.Tables.LEASE;

import io.inlet.consent.ConsentId;
import io.inlet.consent.ConsentRecord;
import io.inlet.feed.EventType;
import io.inlet.lease.Hold;
import io.inlet.lease.LeaseId;
import io.inlet.persistence.HoldKeeper.Changes;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Suspends the leases that stand on consents which ended. For one thread. */
final class ConsentFollowing {
    private static final int AT_ONCE = 50;

    private final Changes changes;
    private final InstantSource clock;
    private final LeaseHolds holds;

    ConsentFollowing(Changes changes, InstantSource clock) {
        this.changes = changes;
        this.clock = clock;
        this.holds = new LeaseHolds(clock);
    }

    /** A consent that was withdrawn or has expired, of which something is due. */
    private record Due(TenantId tenant, ConsentId consent) {}

    void follow() {
        due().forEach(this::follow);
    }

    private List<Due> due() {
        return changes.database()
                .dsl()
                .select(CONSENT.TENANT_ID, CONSENT.CONSENT_ID)
                .from(CONSENT)
                .where(CONSENT.DUE_AT.le(clock.instant()))
                .orderBy(CONSENT.DUE_AT)
                .limit(AT_ONCE)
                .fetch(row -> new Due(new TenantId(row.value1()), new ConsentId(row.value2())));
    }

    private void follow(Due due) {
        changes.each(
                () -> leases(changes.database().dsl(), due),
                lease -> dsl -> holds.put(dsl, lease, Hold.CONSENT));
        changes.database().run(dsl -> done(dsl, due));
    }

    private List<LeaseId> leases(DSLContext dsl, Due due) {
        return dsl.select(LEASE.LEASE_ID)
                .from(LEASE)
                .where(
                        LEASE.CONSENT_ID.eq(due.consent().uuid()),
                        LEASE.GRACE_ENDS_AT.gt(clock.instant()),
                        DSL.condition(
                                "NOT {0} @> ARRAY[{1}]",
                                LEASE.HOLDS, DSL.inline(Codes.of(Hold.CONSENT))))
                .orderBy(LEASE.LEASE_ID)
                .limit(AT_ONCE)
                .fetch(row -> new LeaseId(row.value1()));
    }

    // Its lock waits for the leases that are being made of it; there will be no more.
    private void done(DSLContext dsl, Due due) {
        ConsentRecord consent = ConsentTable.lock(dsl, due.tenant(), due.consent());
        Instant now = PgTime.floor(clock.instant());
        if (consent == null || consent.isValidAt(now) || !leases(dsl, due).isEmpty()) {
            return;
        }
        int done =
                dsl.update(CONSENT)
                        .setNull(CONSENT.DUE_AT)
                        .where(
                                CONSENT.CONSENT_ID.eq(due.consent().uuid()),
                                CONSENT.DUE_AT.isNotNull())
                        .execute();
        if (done == 1 && consent.withdrawnAt() == null) {
            FeedWriter.lock(dsl, due.tenant())
                    .append(EventType.CONSENT_EXPIRED, due.consent().toString(), now);
        }
    }
}
