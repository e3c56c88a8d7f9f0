package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.LEASE;
import static io.inlet.persistence.jooq.Tables.NUMBER;

import io.inlet.feed.Publication;
import io.inlet.feed.Wakeups;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.persistence.PostgresLeases.Change;
import io.inlet.sandbox.SandboxLeases;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sandbox tenants' leases. Any thread; calls block. */
public final class PostgresSandbox implements SandboxLeases {
    private final Database database;
    private final LeaseAdvance advance;
    private final Wakeups wakeups;

    public PostgresSandbox(Database database, Wakeups wakeups, InstantSource clock) {
        this.database = database;
        this.advance = new LeaseAdvance(clock);
        this.wakeups = wakeups;
    }

    @Override
    public @Nullable Lease latest(TenantId tenant, Msisdn number) {
        return LeaseRows.select(database.dsl())
                .where(NUMBER.MSISDN.eq(number.digits()), LEASE.TENANT_ID.eq(tenant.uuid()))
                .orderBy(LEASE.STARTS_AT.desc())
                .limit(1)
                .fetchOne(LeaseRows::read);
    }

    @Override
    public LeaseOutcome advance(Caller caller, LeaseId id, Duration by) {
        if (caller.environment() != Environment.SANDBOX) {
            return new LeaseOutcome.NotFound();
        }
        if (!by.isPositive()) {
            throw new IllegalArgumentException("by: expected more than nothing, found " + by);
        }
        Change change = database.transaction(dsl -> advance.advance(dsl, caller.tenant(), id, by));
        if (change.event() != null) {
            wakeups.published(List.of(Publication.of(change.event())));
        }
        return change.outcome();
    }
}
