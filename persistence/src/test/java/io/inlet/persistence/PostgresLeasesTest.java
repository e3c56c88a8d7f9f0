package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.CONTENT_KEY;
import static io.inlet.persistence.jooq.Tables.FEED;
import static io.inlet.persistence.jooq.Tables.LEASE;
import static io.inlet.persistence.jooq.Tables.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.feed.FeedEntry;
import io.inlet.feed.Publication;
import io.inlet.feed.Wakeups;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseOutcome.Granted;
import io.inlet.lease.LeaseOutcome.NoNumberAvailable;
import io.inlet.lease.LeaseOutcome.NotFound;
import io.inlet.lease.LeaseOutcome.WrongState;
import io.inlet.lease.LeaseRequest.Wanted;
import io.inlet.lease.LeaseState;
import io.inlet.number.LineType;
import io.inlet.number.NumberId;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLeasesTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Duration LONGEST = Duration.ofDays(180);

    private final LeaseFixture fixture = new LeaseFixture(db);
    private final PostgresLeases leases = fixture.leases;
    private final Caller caller = db.rows().tenant(Environment.SANDBOX);

    @BeforeEach
    void fillPool() {
        db.rows().numbers(Environment.SANDBOX, 2);
    }

    @AfterEach
    void emptyPool() {
        db.database()
                .dsl()
                .update(NUMBER)
                .set(NUMBER.STANDING, "retired")
                .set(NUMBER.STANDING_REASON, "the test is over")
                .execute();
    }

    @Test
    void a_lease_is_read_back_as_it_was_granted() {
        Granted granted = create(Wanted.ANY);
        Lease lease = granted.lease();
        assertThat(lease.period()).isEqualTo(fixture.period());
        assertThat(lease.terms().routingTag()).isEqualTo("tag");
        assertThat(leases.find(caller.tenant(), lease.id())).isEqualTo(lease);
    }

    @Test
    void other_tenants_leases_are_not_there() {
        Lease lease = create(Wanted.ANY).lease();
        Caller other = db.rows().tenant(Environment.SANDBOX);
        assertThat(leases.find(other.tenant(), lease.id())).isNull();
        assertThat(leases.list(other.tenant(), null, 10)).isEmpty();
        assertThat(leases.extend(other, lease.id(), Duration.ofHours(1), LONGEST))
                .isInstanceOf(NotFound.class);
        assertThat(leases.release(other, lease.id(), fixture.clock.instant()))
                .isInstanceOf(NotFound.class);
        assertThat(leases.find(caller.tenant(), lease.id())).isEqualTo(lease);
    }

    @Test
    void every_change_is_one_event_of_one_sequence_and_wakes_who_waits() {
        Granted created = create(Wanted.ANY);
        LeaseId id = created.lease().id();
        List<FeedEntry> told = new ArrayList<>();
        try (var _ = fixture.wakeups.watch(caller.tenant(), id, hears(told))) {
            Granted extended =
                    fixture.granted(leases.extend(caller, id, Duration.ofHours(1), LONGEST));
            fixture.clock.advance(Duration.ofMinutes(5));
            Granted released = fixture.granted(leases.release(caller, id, fixture.clock.instant()));
            assertThat(created.cursor().sequence()).isEqualTo(1);
            assertThat(extended.cursor().sequence()).isEqualTo(2);
            assertThat(released.cursor().sequence()).isEqualTo(3);
            assertThat(told)
                    .extracting(FeedEntry::cursor)
                    .containsExactly(extended.cursor(), released.cursor());
        }
        var events =
                db.database()
                        .dsl()
                        .selectFrom(FEED)
                        .where(FEED.LEASE_ID.eq(id.uuid()))
                        .orderBy(FEED.SEQUENCE)
                        .fetch();
        assertThat(events)
                .extracting(e -> e.getType())
                .containsExactly("lease.created", "lease.extended", "lease.released");
        assertThat(events.getFirst().getTenantId()).isEqualTo(caller.tenant().uuid());
        assertThat(events.getFirst().getDay()).isEqualTo(created.cursor().day());
    }

    @Test
    void the_content_key_of_a_lease_opens_with_the_master_key() {
        LeaseId id = create(Wanted.ANY).lease().id();
        var row = db.database().dsl().fetchSingle(CONTENT_KEY, CONTENT_KEY.LEASE_ID.eq(id.uuid()));
        assertThat(db.keys().unwrap(row.getContentKeyId(), row.getWrapped())).hasSize(32);
        assertThat(
                        db.database()
                                .dsl()
                                .fetchSingle(LEASE, LEASE.LEASE_ID.eq(id.uuid()))
                                .getContentKeyId())
                .isEqualTo(row.getContentKeyId());
    }

    @Test
    void a_number_rests_until_its_cooldown_is_over() {
        Lease lease = create(Wanted.ANY).lease();
        Wanted same = new Wanted(lease.msisdn(), null, null);
        fixture.clock.advance(LeaseFixture.TTL.plusHours(2).plusHours(24).minusNanos(1000));
        assertThat(fixture.create(caller, LeaseFixture.request(same)))
                .isInstanceOf(NoNumberAvailable.class);
        fixture.clock.advance(Duration.ofNanos(1000));
        assertThat(create(same).lease().number()).isEqualTo(lease.number());
    }

    @Test
    void a_release_ends_the_lease_and_keeps_the_lengths_of_its_rest() {
        Lease lease = create(Wanted.ANY).lease();
        fixture.clock.advance(Duration.ofMinutes(10));
        Instant at = fixture.clock.instant();
        Lease released = fixture.granted(leases.release(caller, lease.id(), at)).lease();
        assertThat(released.period().expiresAt()).isEqualTo(at);
        assertThat(released.period().graceEndsAt()).isEqualTo(at.plus(Duration.ofHours(2)));
        assertThat(released.period().cooldownEndsAt()).isEqualTo(at.plus(Duration.ofHours(26)));
        assertThat(leases.find(caller.tenant(), lease.id())).isEqualTo(released);
        assertThat(freeFrom(lease.number())).isEqualTo(released.period().cooldownEndsAt());
        assertThat(leases.release(caller, lease.id(), at))
                .isEqualTo(new WrongState(LeaseState.GRACE));
    }

    @Test
    void a_release_in_the_instant_of_the_making_is_a_lease_all_the_same() {
        Lease lease = create(Wanted.ANY).lease();
        Instant at = lease.period().startsAt();
        Lease released = fixture.granted(leases.release(caller, lease.id(), at)).lease();
        assertThat(released.period().expiresAt()).isEqualTo(at.plusNanos(1000));
    }

    @Test
    void an_extension_moves_the_end_and_all_that_follows() {
        Lease lease = create(Wanted.ANY).lease();
        Duration by = Duration.ofMinutes(30);
        Lease longer = fixture.granted(leases.extend(caller, lease.id(), by, LONGEST)).lease();
        Lease.Period old = lease.period();
        assertThat(longer.period())
                .isEqualTo(
                        new Lease.Period(
                                old.startsAt(),
                                old.expiresAt().plus(by),
                                old.graceEndsAt().plus(by),
                                old.cooldownEndsAt().plus(by)));
        assertThat(freeFrom(lease.number())).isEqualTo(longer.period().cooldownEndsAt());
    }

    @Test
    void a_lease_runs_no_longer_than_allowed_and_is_not_extended_when_over() {
        Lease lease = create(Wanted.ANY).lease();
        for (String by : new String[] {"PT1H0.001S", "PT2562047788015215H", "PT0S", "PT-1H"}) {
            assertThat(leases.extend(caller, lease.id(), Duration.parse(by), Duration.ofHours(2)))
                    .isEqualTo(
                            new LeaseOutcome.DurationNotAllowed(
                                    LeaseFixture.TTL, Duration.ofHours(2)));
        }
        fixture.granted(
                leases.extend(caller, lease.id(), Duration.ofHours(1), Duration.ofHours(2)));
        fixture.clock.advance(Duration.ofHours(2));
        assertThat(leases.extend(caller, lease.id(), Duration.ofHours(1), LONGEST))
                .isEqualTo(new WrongState(LeaseState.GRACE));
    }

    @Test
    void a_lease_gets_what_it_asks_for_or_nothing() {
        assertThat(create(new Wanted(null, "GB", LineType.MOBILE)).lease()).isNotNull();
        assertThat(tryCreate(new Wanted(null, "FR", null))).isInstanceOf(NoNumberAvailable.class);
        assertThat(tryCreate(new Wanted(null, null, LineType.FIXED)))
                .isInstanceOf(NoNumberAvailable.class);
        assertThat(create(Wanted.ANY).lease()).isNotNull();
        assertThat(tryCreate(Wanted.ANY)).isInstanceOf(NoNumberAvailable.class);
    }

    @Test
    void sandbox_takes_sandbox_numbers_alone() {
        var live = db.rows().numbers(Environment.LIVE, 1).getFirst();
        assertThat(tryCreate(new Wanted(live.msisdn(), null, null)))
                .isInstanceOf(NoNumberAvailable.class);
    }

    @Test
    void pages_follow_each_other_in_order_of_making() {
        Lease first = create(Wanted.ANY).lease();
        fixture.clock.advance(Duration.ofMillis(1));
        Lease second = create(Wanted.ANY).lease();
        assertThat(leases.list(caller.tenant(), null, 1)).containsExactly(first);
        assertThat(leases.list(caller.tenant(), first.id(), 10)).containsExactly(second);
        assertThat(leases.list(caller.tenant(), second.id(), 10)).isEmpty();
    }

    @Test
    void an_unknown_lease_is_not_found() {
        LeaseId unknown = new LeaseId(UUID.randomUUID());
        assertThat(leases.find(caller.tenant(), unknown)).isNull();
        assertThat(leases.release(caller, unknown, fixture.clock.instant()))
                .isInstanceOf(NotFound.class);
    }

    private Granted create(Wanted wanted) {
        return fixture.granted(tryCreate(wanted));
    }

    private LeaseOutcome tryCreate(Wanted wanted) {
        return fixture.create(caller, LeaseFixture.request(wanted));
    }

    private static Instant freeFrom(NumberId number) {
        return db.database()
                .dsl()
                .fetchSingle(NUMBER, NUMBER.NUMBER_ID.eq(number.uuid()))
                .getFreeFrom();
    }

    private static Wakeups.Watcher hears(List<FeedEntry> told) {
        return new Wakeups.Watcher() {
            @Override
            public void hear(Publication publication) {
                told.add(publication.entry());
            }

            @Override
            public void wake() {}
        };
    }
}
