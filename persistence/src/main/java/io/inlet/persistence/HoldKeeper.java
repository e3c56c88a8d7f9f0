package io.inlet.persistence;

import io.inlet.feed.FeedEntry;
import io.inlet.feed.Publication;
import io.inlet.feed.Wakeups;
import io.inlet.lease.LeaseId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the leases follow what happened to their tenants and consents, within a second: four times a
 * second it looks for what is due, and changes each lease in a transaction of its own. Several
 * gateways share the work, since what one has done the others find done. Any thread may start and
 * close it.
 */
public final class HoldKeeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HoldKeeper.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final int PAGES_A_TURN = 20;

    private final JobLog jobLog =
            new JobLog(
                    log,
                    "leases do not follow their tenants and consents, trying again every " + TICK,
                    "leases follow their tenants and consents again");
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("holds").daemon().factory());
    private final TenantFollowing tenants;
    private final ConsentFollowing consents;
    private final OptOutFollowing optOuts;

    /**
     * What it stands on.
     *
     * @param database the database
     * @param contentKeys open what may be an opt-out
     * @param keys say who sent it
     * @param clock the time
     */
    public record Ground(
            Database database, ContentKeys contentKeys, MasterKeys keys, InstantSource clock) {}

    public HoldKeeper(Ground ground, Wakeups wakeups) {
        Changes changes = new Changes(ground.database(), wakeups);
        this.tenants = new TenantFollowing(changes, ground.clock());
        this.consents = new ConsentFollowing(changes, ground.clock());
        this.optOuts = new OptOutFollowing(changes, ground);
    }

    /** Changes of one lease each, told when they are committed. */
    record Changes(Database database, Wakeups wakeups) {
        void make(Function<DSLContext, @Nullable FeedEntry> change) {
            FeedEntry event = database.transaction(dsl -> new Told(change.apply(dsl))).event();
            if (event != null) {
                wakeups.published(List.of(Publication.of(event)));
            }
        }

        /**
         * Changes page after page of leases, until there is none left or it is the turn of others:
         * one tenant with very many must not keep them waiting.
         */
        void each(Supplier<List<LeaseId>> pages, Function<LeaseId, OneChange> change) {
            List<LeaseId> former = List.of();
            List<LeaseId> page = pages.get();
            for (int turn = 0; turn < PAGES_A_TURN && !page.equals(former); turn++) {
                page.forEach(lease -> make(change.apply(lease)::in));
                former = page;
                page = pages.get();
            }
        }

        /** What is to be done with one lease. */
        interface OneChange {
            @Nullable FeedEntry in(DSLContext dsl);
        }

        private record Told(@Nullable FeedEntry event) {}
    }

    /** Looks from now on, until {@link #close}. */
    public void start() {
        long millis = TICK.toMillis();
        var _ =
                ticker.scheduleWithFixedDelay(
                        this::followOrLog, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Ends it; what is under way is finished, or rolled back. */
    @Override
    public void close() {
        ticker.shutdownNow();
    }

    private void followOrLog() {
        try {
            follow();
            jobLog.worked();
        } catch (RuntimeException | Error e) {
            // It would end a repeated task for good.
            jobLog.failed(e);
        }
    }

    /** Does all that is due. */
    void follow() {
        optOuts.follow();
        consents.follow();
        tenants.follow();
    }
}
