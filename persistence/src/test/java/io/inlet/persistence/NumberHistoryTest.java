package io.inlet.persistence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.inlet.feed.GatewayEvent;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome.Granted;
import io.inlet.lease.LeaseRequest.Wanted;
import io.inlet.number.KnownNumber;
import io.inlet.number.NumberChange;
import io.inlet.number.NumberId;
import io.inlet.number.NumberPosition;
import io.inlet.number.NumberState;
import io.inlet.number.PoolNumber.Service;
import io.inlet.number.Standing;
import io.inlet.number.StandingOutcome;
import io.inlet.persistence.TestRows.TestNumber;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A number's present state follows from its history. */
class NumberHistoryTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Service RETIRED = new Service(Standing.RETIRED, "given back");

    private final LeaseFixture fixture = new LeaseFixture(db);
    private final PostgresNumbers numbers = new PostgresNumbers(db.database(), fixture.clock);
    private final TestNumber number = db.rows().numbers(Environment.SANDBOX, 1).getFirst();
    private final Caller lessee = db.rows().tenant(Environment.SANDBOX);

    @Test
    void state_is_rebuilt_from_the_history_after_whatever_happened() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<LeaseId> leases = new ArrayList<>();
        lease(leases);
        for (int step = 0; step < 60; step++) {
            doSomething(random, leases);
            KnownNumber known = known();
            assertThat(rebuilt(number.id()))
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(known.position());
            assertThat(known.lease()).isEqualTo(leases.isEmpty() ? null : leases.getLast());
        }
        assertThat(leases).isNotEmpty();
    }

    private void doSomething(Random random, List<LeaseId> leases) {
        switch (random.nextInt(6)) {
            case 0 -> fixture.clock.advance(Duration.ofMinutes(random.nextInt(3_000)));
            case 1 -> {
                if (!leases.isEmpty()) {
                    fixture.leases.release(lessee, leases.getLast(), fixture.clock.instant());
                }
            }
            case 2 -> {
                if (!leases.isEmpty()) {
                    fixture.leases.extend(
                            lessee, leases.getLast(), Duration.ofMinutes(5), Duration.ofDays(9));
                }
            }
            case 3 -> {
                Standing standing = List.of(Standing.values()).get(random.nextInt(4));
                numbers.stand(
                        number.id(),
                        new Service(standing, standing == Standing.IN_SERVICE ? null : "odd"));
            }
            default -> lease(leases);
        }
    }

    private void lease(List<LeaseId> leases) {
        Wanted wanted = new Wanted(number.msisdn(), null, null);
        if (fixture.create(lessee, LeaseFixture.request(wanted)) instanceof Granted made) {
            leases.add(made.lease().id());
        }
    }

    @Test
    void a_marked_number_is_leased_to_nobody_and_its_lessee_keeps_it_to_the_end() {
        Wanted wanted = new Wanted(number.msisdn(), null, null);
        var lease = fixture.granted(fixture.create(lessee, LeaseFixture.request(wanted))).lease();
        numbers.stand(number.id(), RETIRED);
        assertThat(state()).isEqualTo(NumberState.LEASED);
        assertThat(
                        fixture.leases.extend(
                                lessee, lease.id(), Duration.ofMinutes(5), Duration.ofDays(1)))
                .isInstanceOf(Granted.class);
        fixture.clock.advance(Duration.ofDays(3));
        assertThat(state()).isEqualTo(NumberState.RETIRED);
        assertThat(fixture.create(lessee, LeaseFixture.request(wanted)))
                .isNotInstanceOf(Granted.class);
        numbers.stand(number.id(), Service.IN_SERVICE);
        assertThat(state()).isEqualTo(NumberState.AVAILABLE);
        fixture.granted(fixture.create(lessee, LeaseFixture.request(wanted)));
    }

    @Test
    void what_operators_say_of_a_number_is_told_in_the_system_feed() {
        var events = new PostgresGatewayEvents(db.database(), fixture.clock);
        numbers.stand(number.id(), RETIRED);
        assertThat(numbers.stand(number.id(), RETIRED))
                .isEqualTo(new StandingOutcome.Already(Standing.RETIRED));
        numbers.stand(number.id(), Service.IN_SERVICE);
        assertThat(events.after(null, 1_000))
                .filteredOn(e -> String.valueOf(e.detail()).startsWith(number.id().toString()))
                .extracting(GatewayEvent::detail, e -> e.type().wireName())
                .containsExactly(
                        tuple(number.id() + ": given back", "number.retired"),
                        tuple(number.id().toString(), "number.reinstated"));
    }

    @Test
    void a_number_that_is_not_there_has_no_history() {
        NumberId unknown = new NumberId(lessee.tenant().uuid());
        assertThat(numbers.find(unknown)).isNull();
        assertThat(numbers.history(unknown, 0, 10)).isEmpty();
        assertThat(numbers.stand(unknown, RETIRED)).isInstanceOf(StandingOutcome.NotFound.class);
        assertThat(numbers.id(number.msisdn())).isEqualTo(number.id());
    }

    private NumberState state() {
        return known().position().stateAt(fixture.clock.instant());
    }

    private KnownNumber known() {
        return requireNonNull(numbers.find(number.id()));
    }

    private NumberPosition rebuilt(NumberId id) {
        NumberPosition position = NumberPosition.NEW;
        List<NumberChange> history = numbers.history(id, 0, 1_000);
        // In two pages the same.
        List<NumberChange> paged = new ArrayList<>(numbers.history(id, 0, 3));
        paged.addAll(numbers.history(id, 3, 1_000));
        assertThat(paged).isEqualTo(history);
        for (NumberChange change : history) {
            position = position.after(change);
        }
        return position;
    }
}
