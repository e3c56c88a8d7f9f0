package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.FEED;
import static io.inlet.persistence.jooq.Tables.LEASE;
import static io.inlet.persistence.jooq.Tables.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.lease.Lease;
import io.inlet.lease.LeaseOutcome.Granted;
import io.inlet.lease.LeaseOutcome.NotFound;
import io.inlet.lease.LeaseOutcome.WrongState;
import io.inlet.lease.LeaseRequest.Wanted;
import io.inlet.lease.LeaseState;
import io.inlet.number.KnownNumber;
import io.inlet.number.NumberChange;
import io.inlet.number.NumberPosition;
import io.inlet.number.NumberState;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Time that is let pass for a lease of the sandbox. */
class LeaseAdvanceTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    /** A lease of an hour, its grace and its cooldown. */
    private static final Duration ALL = LeaseFixture.TTL.plusHours(2).plusHours(24);

    private final LeaseFixture fixture = new LeaseFixture(db);
    private final PostgresSandbox sandbox =
            new PostgresSandbox(db.database(), fixture.wakeups, fixture.clock);
    private final Caller caller = db.rows().tenant(Environment.SANDBOX);
    private final Wanted number =
            new Wanted(db.rows().numbers(Environment.SANDBOX, 1).getFirst().msisdn(), null, null);

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
    void it_is_taken_off_all_instants_and_told_by_an_event() {
        Lease lease = create();
        Duration by = Duration.ofMinutes(90);

        Lease advanced = advance(lease, by);

        Lease.Period old = lease.period();
        assertThat(advanced.period())
                .isEqualTo(
                        new Lease.Period(
                                old.startsAt().minus(by),
                                old.expiresAt().minus(by),
                                old.graceEndsAt().minus(by),
                                old.cooldownEndsAt().minus(by)));
        assertThat(fixture.leases.find(caller.tenant(), lease.id())).isEqualTo(advanced);
        assertThat(advanced.stateAt(fixture.clock.instant())).isEqualTo(LeaseState.GRACE);
        assertThat(freeFrom(lease)).isEqualTo(advanced.period().cooldownEndsAt());
        assertThat(
                        db.database()
                                .dsl()
                                .select(FEED.TYPE)
                                .from(FEED)
                                .where(FEED.LEASE_ID.eq(lease.id().uuid()))
                                .orderBy(FEED.SEQUENCE)
                                .fetch(FEED.TYPE))
                .containsExactly("lease.created", "lease.advanced");
    }

    @Test
    void number_and_its_history_move_with_the_lease() {
        Lease lease = create();
        advance(lease, Duration.ofMinutes(90));
        var numbers = new PostgresNumbers(db.database(), fixture.clock);
        NumberPosition rebuilt = NumberPosition.NEW;
        for (NumberChange change : numbers.history(lease.number(), 0, 100)) {
            rebuilt = rebuilt.after(change);
        }
        KnownNumber known = Objects.requireNonNull(numbers.find(lease.number()));
        assertThat(known.position()).isEqualTo(rebuilt);
        assertThat(rebuilt.stateAt(fixture.clock.instant())).isEqualTo(NumberState.COOLDOWN);
    }

    @Test
    void number_is_free_when_its_cooldown_is_let_pass_however_often_and_nothing_overlaps() {
        for (int i = 0; i < 5; i++) {
            Lease lease = create();
            fixture.clock.advance(Duration.ofSeconds(1));
            assertThat(advance(lease, ALL).stateAt(fixture.clock.instant()))
                    .isEqualTo(LeaseState.PURGED);
        }

        assertThat(
                        db.database()
                                .dsl()
                                .fetchCount(LEASE, LEASE.TENANT_ID.eq(caller.tenant().uuid())))
                .isEqualTo(5);
    }

    @Test
    void lease_behind_another_of_its_number_is_from_now_on_as_if_the_time_had_passed() {
        advance(create(), ALL);
        fixture.clock.advance(Duration.ofSeconds(1));
        Lease lease = create();
        Duration by = Duration.ofMinutes(59);

        Lease advanced = advance(lease, by);

        assertThat(advanced.period().startsAt())
                .as("not behind the former's end")
                .isBefore(lease.period().startsAt())
                .isAfter(lease.period().startsAt().minus(by));
        assertThat(advanced.period().expiresAt()).isEqualTo(lease.period().expiresAt().minus(by));
        assertThat(advanced.stateAt(fixture.clock.instant())).isEqualTo(LeaseState.ACTIVE);
    }

    @Test
    void lease_that_holds_its_number_no_longer_is_left_alone() {
        Lease lease = create();
        Lease advanced = advance(lease, ALL);

        assertThat(sandbox.advance(caller, lease.id(), Duration.ofHours(1)))
                .isEqualTo(new WrongState(LeaseState.PURGED));
        assertThat(fixture.leases.find(caller.tenant(), lease.id())).isEqualTo(advanced);
    }

    @Test
    void nobody_else_lets_time_pass_and_a_live_tenant_not_even_for_its_own() {
        Lease lease = create();
        Caller other = db.rows().tenant(Environment.SANDBOX);
        Caller live =
                new Caller(caller.tenant(), Environment.LIVE, caller.principal(), caller.key());

        assertThat(sandbox.advance(other, lease.id(), ALL)).isInstanceOf(NotFound.class);
        assertThat(sandbox.advance(live, lease.id(), ALL)).isInstanceOf(NotFound.class);
        assertThat(fixture.leases.find(caller.tenant(), lease.id())).isEqualTo(lease);
    }

    @Test
    void latest_lease_of_a_number_is_found_by_its_tenant_alone() {
        Lease former = create();
        advance(former, ALL);
        fixture.clock.advance(Duration.ofSeconds(1));
        Lease lease = create();

        assertThat(sandbox.latest(caller.tenant(), lease.msisdn())).isEqualTo(lease);
        assertThat(sandbox.latest(db.rows().tenant(Environment.SANDBOX).tenant(), lease.msisdn()))
                .isNull();
    }

    private Lease create() {
        return fixture.granted(fixture.create(caller, LeaseFixture.request(number))).lease();
    }

    private Lease advance(Lease lease, Duration by) {
        Granted granted = fixture.granted(sandbox.advance(caller, lease.id(), by));
        return granted.lease();
    }

    private static Instant freeFrom(Lease lease) {
        return db.database()
                .dsl()
                .fetchSingle(NUMBER, NUMBER.NUMBER_ID.eq(lease.number().uuid()))
                .getFreeFrom();
    }
}
