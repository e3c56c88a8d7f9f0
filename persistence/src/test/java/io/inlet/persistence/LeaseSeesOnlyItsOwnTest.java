package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.Quarantined;
import io.inlet.intake.Disposition.Stored;
import io.inlet.intake.QuarantineReason;
import io.inlet.lease.Lease;
import io.inlet.persistence.Stores.Leased;
import io.inlet.persistence.TestRows.TestNumber;
import io.inlet.sms.MessageId;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Invariant 4, under changes of leases at the worst instants. */
class LeaseSeesOnlyItsOwnTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Instant RELEASED = NOON.plus(Duration.ofMinutes(10));
    private static final Instant AFTER = NOON.plus(Duration.ofMinutes(11));

    private final Stores stores = new Stores(db);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void what_arrives_outside_the_active_period_is_quarantined_and_never_shown() {
        Leased leased = stores.leased(Environment.LIVE);
        assertQuarantined(leased, NOON.minus(Duration.ofHours(3)), QuarantineReason.NO_LEASE);
        assertQuarantined(leased, NOON.plus(Duration.ofHours(2)), QuarantineReason.GRACE);
        assertQuarantined(leased, NOON.plus(Duration.ofHours(4)), QuarantineReason.COOLDOWN);
        assertQuarantined(leased, NOON.plus(Duration.ofHours(28)), QuarantineReason.NO_LEASE);
        assertThat(stores.seenBy(leased)).isEmpty();

        // The first instant is the lease's, the last is not.
        assertThat(stores.commit(Sms.to(leased.msisdn(), "first", Stores.period().startsAt())))
                .isInstanceOf(Stored.class);
        Instant last = Stores.period().expiresAt().minusNanos(1);
        assertThat(stores.commit(Sms.to(leased.msisdn(), "last", last))).isInstanceOf(Stored.class);
    }

    private void assertQuarantined(Leased leased, Instant at, QuarantineReason reason) {
        Disposition disposition =
                stores.commit(Sms.to(leased.msisdn(), "at " + at + " 555666", at));
        MessageId id = Stores.id(disposition);
        assertThat(disposition).isEqualTo(new Quarantined(id, reason));
        var row = stores.row(id);
        assertThat(row.getLeaseId()).isNull();
        assertThat(row.getTenantId()).isEqualTo(Tenant.SYSTEM.uuid());
        assertThat(row.getNumberId()).isEqualTo(leased.number().id().uuid());
        assertThat(row.getQuarantineReason()).isEqualTo(Codes.of(reason));
        assertThat(stores.reader.read(leased.tenant(), leased.lease(), List.of(id))).isEmpty();
        assertThat(stores.reader.read(Tenant.SYSTEM, leased.lease(), List.of(id))).isEmpty();
    }

    @Test
    void a_number_outside_the_pool_is_unknown() {
        Disposition disposition = stores.commit(Sms.to("15550009999", "hello", NOON));
        assertThat(disposition)
                .isEqualTo(
                        new Quarantined(Stores.id(disposition), QuarantineReason.UNKNOWN_NUMBER));
    }

    @Test
    void a_later_lessee_sees_nothing_of_the_former_one() {
        Leased former = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(former.msisdn(), "for the former", NOON));
        Caller other = db.rows().tenant(Environment.LIVE);
        Duration later = Duration.ofDays(30);
        var period = Stores.period();
        var lease =
                db.rows()
                        .lease(
                                other,
                                former.number().id(),
                                new Lease.Period(
                                        period.startsAt().plus(later),
                                        period.expiresAt().plus(later),
                                        period.graceEndsAt().plus(later),
                                        period.cooldownEndsAt().plus(later)));
        Leased latter = new Leased(other, former.number(), lease);
        // Both in one batch, and the number remembered from before.
        stores.commit(
                List.of(
                        Sms.to(former.msisdn(), "still the former", NOON),
                        Sms.to(former.msisdn(), "for the latter", NOON.plus(later))));

        assertThat(stores.textsSeenBy(former))
                .containsExactly("for the former", "still the former");
        assertThat(stores.textsSeenBy(latter)).containsExactly("for the latter");
    }

    @Test
    void a_lease_released_during_the_commit_does_not_get_what_arrived_after() throws Exception {
        Leased leased = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(leased.msisdn(), "before", NOON)); // and the lease is remembered
        List<Disposition> answers =
                whileHeld(
                        leased,
                        holder -> holder.release(leased.lease().uuid(), RELEASED),
                        List.of(
                                Sms.to(leased.msisdn(), "in time", RELEASED.minusNanos(1)),
                                Sms.to(leased.msisdn(), "too late", AFTER)));

        assertThat(answers.get(0)).isInstanceOf(Stored.class);
        assertThat(answers.get(1))
                .isEqualTo(new Quarantined(Stores.id(answers.get(1)), QuarantineReason.GRACE));
        assertThat(stores.textsSeenBy(leased)).containsExactly("before", "in time");
        assertThat(stores.row(Stores.id(answers.get(1))).getContentKeyId())
                .isNotEqualTo(stores.row(Stores.id(answers.get(0))).getContentKeyId());
    }

    @Test
    void it_is_sealed_anew_in_the_same_transaction_where_the_feed_is_locked() throws Exception {
        Leased leased = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(leased.msisdn(), "before", NOON));
        // Something unknown in the batch locks the system's feed as well.
        List<Disposition> answers =
                whileHeld(
                        leased,
                        holder -> holder.release(leased.lease().uuid(), RELEASED),
                        List.of(
                                Sms.to("15550001111", "unknown", AFTER),
                                Sms.to(leased.msisdn(), "too late", AFTER)));

        assertThat(answers.get(1))
                .isEqualTo(new Quarantined(Stores.id(answers.get(1)), QuarantineReason.GRACE));
        assertThat(stores.textsSeenBy(leased)).containsExactly("before");
        assertThat(stores.row(Stores.id(answers.get(1))).getContentKeyId())
                .isEqualTo(stores.row(Stores.id(answers.get(0))).getContentKeyId());
    }

    @Test
    void a_lease_made_during_the_commit_gets_what_arrived_since_its_start() throws Exception {
        Caller caller = db.rows().tenant(Environment.LIVE);
        Leased leased = stores.leased(caller);
        Instant before = Stores.period().startsAt().minusSeconds(60);
        List<Disposition> answers;
        try (LockHolder holder = new LockHolder(db)) {
            holder.lockFeedOf(Tenant.SYSTEM);
            holder.moveStart(leased.lease().uuid(), before);
            var commit = committing(List.of(Sms.to(leased.msisdn(), "early", before)));
            holder.awaitWaiter();
            holder.commit();
            answers = Threads.result(commit);
        }
        assertThat(answers.getFirst()).isInstanceOf(Stored.class);
        assertThat(stores.textsSeenBy(leased)).containsExactly("early");
        assertThat(stores.events(leased)).hasSize(1);
    }

    @Test
    void a_lease_extended_during_the_commit_gets_what_arrived_as_it_expired() throws Exception {
        Leased leased = stores.leased(Environment.LIVE);
        Instant expires = Stores.period().expiresAt();
        List<Disposition> answers =
                whileHeld(
                        leased,
                        holder -> holder.release(leased.lease().uuid(), expires.plusSeconds(60)),
                        List.of(Sms.to(leased.msisdn(), "just so", expires)));
        assertThat(answers.getFirst()).isInstanceOf(Stored.class);
        assertThat(stores.textsSeenBy(leased)).containsExactly("just so");
    }

    @Test
    void a_lease_that_a_commit_learns_of_late_is_locked_before_it_is_missed() throws Exception {
        Leased former = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(former.msisdn(), "before", NOON)); // and that lease is remembered
        Caller other = db.rows().tenant(Environment.LIVE);
        try (LockHolder holder = new LockHolder(db)) {
            holder.endForGood(former.lease().uuid(), RELEASED);
            holder.commit();
        }
        var end = Stores.period();
        Instant over = RELEASED.plusSeconds(1);
        var period = new Lease.Period(RELEASED, over, end.graceEndsAt(), end.cooldownEndsAt());
        var lease = db.rows().lease(other, former.number().id(), period);
        Leased latter = new Leased(other, former.number(), lease);
        // The memory says that the former's grace or lease holds this; the lock finds the latter.
        List<Disposition> answers =
                whileHeld(
                        latter,
                        holder -> holder.release(lease.uuid(), over.plusSeconds(60)),
                        List.of(Sms.to(former.msisdn(), "just so", over)));
        assertThat(answers.getFirst()).isInstanceOf(Stored.class);
        assertThat(stores.textsSeenBy(latter)).containsExactly("just so");
    }

    @Test
    void a_lease_suspended_during_the_commit_shows_nothing() throws Exception {
        Leased leased = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(leased.msisdn(), "before", NOON));
        List<Disposition> answers =
                whileHeld(
                        leased,
                        holder -> holder.suspend(leased.lease().uuid()),
                        List.of(Sms.to(leased.msisdn(), "while", NOON)));
        assertThat(stores.row(Stores.id(answers.getFirst())).getStatus()).isEqualTo("withheld");
        assertThat(stores.textsSeenBy(leased)).containsExactly("before");
    }

    @Test
    void a_stale_memory_of_another_gateway_does_not_matter() {
        Leased leased = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(leased.msisdn(), "before", NOON));
        try (LockHolder holder = new LockHolder(db)) {
            holder.release(leased.lease().uuid(), RELEASED);
            holder.commit();
        }
        assertThat(stores.commit(Sms.to(leased.msisdn(), "after", AFTER)))
                .isInstanceOf(Quarantined.class);
        // And an extension is seen where the memory says that the lease is over.
        try (LockHolder holder = new LockHolder(db)) {
            holder.release(leased.lease().uuid(), AFTER.plusSeconds(1));
            holder.commit();
        }
        assertThat(stores.commit(Sms.to(leased.msisdn(), "again", AFTER)))
                .isInstanceOf(Stored.class);
    }

    @Test
    void a_memory_of_a_lease_long_gone_does_not_matter() {
        Leased leased = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(leased.msisdn(), "before", NOON));
        try (LockHolder holder = new LockHolder(db)) {
            holder.endForGood(leased.lease().uuid(), RELEASED);
            holder.commit();
        }
        Disposition disposition = stores.commit(Sms.to(leased.msisdn(), "after", AFTER));
        assertThat(disposition)
                .isEqualTo(new Quarantined(Stores.id(disposition), QuarantineReason.NO_LEASE));
    }

    @Test
    void nothing_is_sealed_under_a_key_that_was_purged() {
        TestNumber number = db.rows().numbers(Environment.LIVE, 1).getFirst();
        Caller caller = db.rows().tenant(Environment.LIVE);
        var lease = db.rows().lease(caller, number.id(), Stores.period());
        db.database()
                .dsl()
                .execute("DELETE FROM content_key WHERE lease_id = '" + lease.uuid() + "'");
        Disposition disposition = stores.commit(Sms.to(number.msisdn().digits(), "purged", NOON));
        assertThat(disposition).isInstanceOf(Quarantined.class);
    }

    private interface Change {
        void in(LockHolder holder);
    }

    /** Commits a batch that meets an open change of the lease at the lock of its tenant's feed. */
    private List<Disposition> whileHeld(Leased leased, Change change, List<Sms> batch)
            throws Exception {
        try (LockHolder holder = new LockHolder(db)) {
            holder.lockFeedOf(leased.tenant());
            change.in(holder);
            var commit = committing(batch);
            holder.awaitWaiter();
            holder.commit();
            return Threads.result(commit);
        }
    }

    private Future<List<Disposition>> committing(List<Sms> batch) {
        return Threads.start(() -> stores.commit(batch));
    }
}
