package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.LEASE;

import io.inlet.feed.FeedEntry;
import io.inlet.feed.Publication;
import io.inlet.feed.Wakeups;
import io.inlet.intake.DataRefusedException;
import io.inlet.lease.Availability;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseRequest;
import io.inlet.lease.LeaseStore;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases. Every change takes its locks in one order: the rows it only reads (profile, consent), the
 * number, the head of the tenant's feed, the lease. Any thread; calls block.
 */
public final class PostgresLeases implements LeaseStore {
    private static final Logger log = LoggerFactory.getLogger(PostgresLeases.class);
    private static final String EXCLUSION_VIOLATION = "23P01";

    private final Database database;
    private final LeaseMaker maker;
    private final LeaseChanger changer;
    private final Wakeups wakeups;
    private final GroupRead<LeaseRows.Named, Optional<Lease>> named;

    public PostgresLeases(
            Database database, MasterKeys keys, Wakeups wakeups, InstantSource clock) {
        this.database = database;
        this.maker = new LeaseMaker(keys, clock);
        this.changer = new LeaseChanger(clock);
        this.wakeups = wakeups;
        this.named = database.group(names -> LeaseRows.find(database, names));
    }

    /**
     * What a transaction did.
     *
     * @param event what it wrote to the feed, or null if it changed nothing
     */
    record Change(LeaseOutcome outcome, @Nullable FeedEntry event) {
        static Change none(LeaseOutcome outcome) {
            return new Change(outcome, null);
        }

        static Change done(Lease lease, FeedEntry event) {
            return new Change(new LeaseOutcome.Granted(lease, event.cursor()), event);
        }
    }

    @Override
    public LeaseOutcome create(Caller caller, LeaseRequest request, Lease.Period period) {
        LeaseOutcome outcome = change(dsl -> maker.make(dsl, caller, request, period));
        return outcome instanceof LeaseOutcome.NoNumberAvailable
                ? new LeaseOutcome.NoNumberAvailable(
                        counts(caller.environment(), period.startsAt())
                                .alternatives(request.wanted()))
                : outcome;
    }

    @Override
    public Availability availability(
            Environment environment, LeaseRequest.Wanted wanted, Instant at) {
        return counts(environment, at).availability(wanted);
    }

    private PoolCounts counts(Environment environment, Instant at) {
        return new PoolCounts(database.dsl(), environment, at);
    }

    @Override
    public LeaseOutcome extend(Caller caller, LeaseId id, Duration by, Duration longest) {
        return change(dsl ->
                changer.extend(dsl, caller.tenant(), id, new LeaseChanger.More(by, longest)));
    }

    @Override
    public LeaseOutcome release(Caller caller, LeaseId id, Instant at) {
        return change(dsl -> changer.release(dsl, caller.tenant(), id, at));
    }

    @Override
    public @Nullable Lease find(TenantId tenant, LeaseId id) {
        return named.ask(new LeaseRows.Named(tenant, id)).orElse(null);
    }

    @Override
    public List<Lease> list(TenantId tenant, @Nullable LeaseId after, int limit) {
        return LeaseRows.select(database.dsl())
                .where(
                        LEASE.TENANT_ID.eq(tenant.uuid()),
                        after == null ? DSL.noCondition() : LEASE.LEASE_ID.gt(after.uuid()))
                .orderBy(LEASE.LEASE_ID)
                .limit(limit)
                .fetch(LeaseRows::read);
    }

    private LeaseOutcome change(Function<DSLContext, Change> work) {
        Change change;
        try {
            change = database.transaction(work);
        } catch (DataRefusedException e) {
            if (!StoreFailures.state(e).equals(EXCLUSION_VIOLATION)) {
                throw e;
            }
            // The lock and free_from should have seen it: the pool's bookkeeping is wrong.
            log.error("a number that counts as free is leased already", e);
            return new LeaseOutcome.NoNumberAvailable();
        }
        if (change.event() != null) {
            wakeups.published(List.of(Publication.of(change.event())));
        }
        return change.outcome();
    }
}
