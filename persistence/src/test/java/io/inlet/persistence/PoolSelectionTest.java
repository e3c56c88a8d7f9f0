package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.lease.Availability;
import io.inlet.lease.Availability.Alternative;
import io.inlet.lease.Availability.Count;
import io.inlet.lease.Criterion;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseOutcome.NoNumberAvailable;
import io.inlet.lease.LeaseRequest.Wanted;
import io.inlet.number.Coverage;
import io.inlet.number.DigitPattern;
import io.inlet.number.LineType;
import io.inlet.number.NumberTraits;
import io.inlet.number.PoolNumber;
import io.inlet.number.SourceType;
import io.inlet.number.Standing;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is leased and counted is what fits, and the number that rested longest comes first. */
class PoolSelectionTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final List<PoolNumber> POOL = pool();

    private final LeaseFixture fixture = new LeaseFixture(db);
    private final Caller caller = db.rows().tenant(Environment.SANDBOX);

    @BeforeEach
    void fillPool() {
        var sessions = new PostgresSessions(db.database(), "node", fixture.clock);
        sessions.register("alpha", "main");
        sessions.register("beta", "main");
        db.database().dsl().execute("TRUNCATE number, number_event, lease");
        new PostgresNumbers(db.database(), fixture.clock)
                .importNumbers(PostgresNumbersTest.lines(POOL).iterator());
    }

    private static List<PoolNumber> pool() {
        List<PoolNumber> pool = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String area = i % 3 == 0 ? "55" : "9" + i % 2;
            pool.add(
                    new PoolNumber(
                            new Msisdn("999" + area + "0000%02d".formatted(i)),
                            i % 2 == 0 ? "ZZ" : "ZY",
                            i % 5 == 0 ? LineType.VOIP : LineType.MOBILE,
                            Environment.SANDBOX,
                            new NumberTraits(
                                    (i % 2 == 0 ? "ZZ-" : "ZY-") + i % 4,
                                    area,
                                    i % 7 == 0 ? "EU" : null,
                                    i % 4 == 0 ? List.of("blue", "quiet") : List.of("quiet")),
                            new PoolNumber.Provenance(
                                    i % 6 == 0 ? "alpha" : "beta",
                                    SourceType.CARRIER,
                                    "contract 1",
                                    "licence 1",
                                    LocalDate.EPOCH,
                                    "default"),
                            PoolNumber.Service.IN_SERVICE));
        }
        return pool;
    }

    @Test
    void what_is_counted_and_leased_is_what_fits() {
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            Wanted wanted = wanted(random);
            Set<String> fit = new HashSet<>();
            POOL.stream().filter(fits(wanted)).forEach(n -> fit.add(n.msisdn().digits()));
            Availability before = availability(wanted);
            assertThat(before.free().count() + before.reserved().count())
                    .as("%s", wanted)
                    .isEqualTo(fit.size());
            LeaseOutcome outcome = fixture.create(caller, LeaseFixture.request(wanted));
            if (before.free().count() == 0) {
                assertThat(outcome).isInstanceOf(NoNumberAvailable.class);
            } else {
                assertThat(fixture.granted(outcome).lease().msisdn().digits()).isIn(fit);
                Availability after = availability(wanted);
                assertThat(after.free().count()).isEqualTo(before.free().count() - 1);
                assertThat(after.reserved().count()).isEqualTo(before.reserved().count() + 1);
            }
        }
    }

    private static Wanted wanted(Random random) {
        PoolNumber like = POOL.get(random.nextInt(POOL.size()));
        String digits = like.msisdn().digits();
        return new Wanted(
                random.nextInt(12) == 0 ? like.msisdn() : null,
                random.nextInt(4) == 0 ? like.country() : null,
                random.nextInt(4) == 0 ? like.traits().region() : null,
                random.nextInt(4) == 0 ? like.traits().areaCode() : null,
                random.nextInt(4) == 0 ? like.lineType() : null,
                random.nextInt(4) == 0 ? like.provenance().carrier() : null,
                switch (random.nextInt(8)) {
                    case 0 -> new DigitPattern(digits.substring(0, 5) + "*");
                    case 1 -> new DigitPattern("*0" + digits.substring(digits.length() - 2));
                    case 2 -> new DigitPattern(digits.substring(0, 3) + "?5*?" + digits.charAt(10));
                    default -> null;
                },
                random.nextInt(4) == 0 ? like.traits().tags() : List.of(),
                random.nextInt(6) == 0 ? like.traits().residency() : null);
    }

    private static Predicate<PoolNumber> fits(Wanted wanted) {
        return n ->
                isOrAny(wanted.msisdn(), n.msisdn())
                        && isOrAny(wanted.country(), n.country())
                        && isOrAny(wanted.region(), n.traits().region())
                        && isOrAny(wanted.areaCode(), n.traits().areaCode())
                        && isOrAny(wanted.lineType(), n.lineType())
                        && isOrAny(wanted.carrier(), n.provenance().carrier())
                        && isOrAny(wanted.residency(), n.traits().residency())
                        && n.traits().tags().containsAll(wanted.tags())
                        && (wanted.pattern() == null || wanted.pattern().fits(n.msisdn().digits()));
    }

    private static boolean isOrAny(@Nullable Object wanted, @Nullable Object found) {
        return wanted == null || Objects.equals(wanted, found);
    }

    @Test
    void numbers_are_taken_in_the_order_in_which_they_came_free() {
        Wanted blue = tagged("blue");
        List<Msisdn> first = leaseAllOf(blue);
        fixture.clock.advance(Duration.ofDays(10));
        assertThat(leaseAllOf(blue)).isEqualTo(first);
        assertThat(first).hasSize(15);
    }

    private List<Msisdn> leaseAllOf(Wanted wanted) {
        List<Msisdn> taken = new ArrayList<>();
        while (fixture.create(caller, LeaseFixture.request(wanted))
                instanceof LeaseOutcome.Granted granted) {
            taken.add(granted.lease().msisdn());
            fixture.clock.advance(Duration.ofSeconds(1));
        }
        return taken;
    }

    @Test
    void leased_resting_and_marked_numbers_are_counted_apart() {
        Wanted alpha = new Wanted(null, null, null, null, null, "alpha", null, List.of(), null);
        assertThat(availability(alpha)).isEqualTo(counts(10, 0, 0));
        var lease = fixture.granted(fixture.create(caller, LeaseFixture.request(alpha))).lease();
        fixture.granted(fixture.create(caller, LeaseFixture.request(alpha)));
        fixture.leases.release(caller, lease.id(), fixture.clock.instant());
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(availability(alpha)).isEqualTo(counts(8, 1, 1));
        new PostgresNumbers(db.database(), fixture.clock)
                .stand(lease.number(), new PoolNumber.Service(Standing.SUSPENDED, "a bill"));
        assertThat(availability(alpha)).isEqualTo(counts(8, 1, 0));
        fixture.clock.advance(Duration.ofDays(10));
        assertThat(availability(alpha)).isEqualTo(counts(9, 0, 0));
        assertThat(fixture.leases.availability(Environment.LIVE, alpha, fixture.clock.instant()))
                .isEqualTo(counts(0, 0, 0));
    }

    @Test
    void a_rare_wish_is_found_behind_many_that_rested_longer() {
        List<PoolNumber> more = new ArrayList<>();
        for (int i = 0; i < NumberChoice.NEAR + 50; i++) {
            more.add(like(POOL.get(1), new Msisdn("99991177%04d".formatted(i))));
        }
        new PostgresNumbers(db.database(), fixture.clock)
                .importNumbers(PostgresNumbersTest.lines(more).iterator());
        // Those that nobody had come first; this one rested too, and not as long.
        PoolNumber rare = POOL.get(8);
        fixture.granted(fixture.create(caller, LeaseFixture.request(named(rare.msisdn()))));
        fixture.clock.advance(Duration.ofDays(10));
        DigitPattern end = new DigitPattern("*" + rare.msisdn().digits().substring(5));
        Wanted wanted = new Wanted(null, null, null, null, null, null, end, List.of(), null);
        var lease = fixture.granted(fixture.create(caller, LeaseFixture.request(wanted))).lease();
        assertThat(lease.msisdn()).isEqualTo(rare.msisdn());
    }

    private static Wanted named(Msisdn msisdn) {
        return new Wanted(msisdn, null, null);
    }

    private static PoolNumber like(PoolNumber other, Msisdn msisdn) {
        return new PoolNumber(
                msisdn,
                other.country(),
                other.lineType(),
                other.environment(),
                NumberTraits.NONE,
                other.provenance(),
                other.service());
    }

    @Test
    void coverage_counts_each_number_once() {
        var numbers = new PostgresNumbers(db.database(), fixture.clock);
        var first = fixture.granted(fixture.create(caller, LeaseFixture.request(Wanted.ANY)));
        var second = fixture.granted(fixture.create(caller, LeaseFixture.request(Wanted.ANY)));
        fixture.granted(fixture.create(caller, LeaseFixture.request(Wanted.ANY)));
        var suspended = new PoolNumber.Service(Standing.SUSPENDED, "a bill");
        numbers.stand(first.lease().number(), suspended);
        fixture.leases.release(caller, second.lease().id(), fixture.clock.instant());
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(sum(numbers.coverage())).isEqualTo(new Coverage.Counts(57, 2, 1, 0));
        fixture.clock.advance(Duration.ofDays(10));
        assertThat(sum(numbers.coverage())).isEqualTo(new Coverage.Counts(59, 0, 0, 1));
        assertThat(numbers.coverage())
                .anyMatch(c -> c.carrier().equals("alpha") && c.lineType() == LineType.VOIP);
    }

    private static Coverage.Counts sum(List<Coverage> coverage) {
        int available = 0;
        int leased = 0;
        int cooldown = 0;
        int out = 0;
        for (Coverage segment : coverage) {
            available += segment.counts().available();
            leased += segment.counts().leased();
            cooldown += segment.counts().cooldown();
            out += segment.counts().outOfService();
        }
        return new Coverage.Counts(available, leased, cooldown, out);
    }

    @Test
    void refusal_tells_what_is_free_without_each_criterion() {
        Wanted wanted =
                new Wanted(
                        null, "ZZ", null, "55", LineType.FIXED, null, null, List.of("blue"), null);
        assertThat(fixture.create(caller, LeaseFixture.request(wanted)))
                .isEqualTo(
                        new NoNumberAvailable(
                                List.of(
                                        new Alternative(
                                                Criterion.LINE_TYPE, new Count(5, false)))));
        Wanted two = new Wanted(null, "XX", LineType.FIXED);
        assertThat(fixture.create(caller, LeaseFixture.request(two)))
                .isEqualTo(new NoNumberAvailable(List.of()));
    }

    private static Availability counts(int free, int reserved, int cooling) {
        return new Availability(
                new Count(free, false), new Count(reserved, false), new Count(cooling, false));
    }

    private Availability availability(Wanted wanted) {
        return fixture.leases.availability(Environment.SANDBOX, wanted, fixture.clock.instant());
    }

    private static Wanted tagged(String tag) {
        return new Wanted(null, null, null, null, null, null, null, List.of(tag), null);
    }
}
