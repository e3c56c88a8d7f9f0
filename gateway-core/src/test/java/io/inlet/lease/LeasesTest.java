package io.inlet.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.consent.ConsentId;
import io.inlet.lease.LeaseOutcome.ConsentMissing;
import io.inlet.lease.LeaseOutcome.DurationNotAllowed;
import io.inlet.lease.LeaseOutcome.JustificationMissing;
import io.inlet.lease.LeaseOutcome.NotFound;
import io.inlet.lease.LeaseOutcome.ProfileNotVerified;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.KeyId;
import io.inlet.tenant.PrincipalId;
import io.inlet.tenant.ProfileId;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeasesTest {
    private static final Instant NOW = Instant.parse("2031-04-02T10:00:00.123456789Z");
    private static final ProfileId PROFILE = new ProfileId(new UUID(0, 4));
    private static final ConsentId CONSENT = new ConsentId(new UUID(0, 5));
    private static final Duration HOUR = Duration.ofHours(1);

    private final Ledger ledger = new Ledger();
    private final Leases leases = new Leases(ledger, LeasePolicy.DEFAULT, InstantSource.fixed(NOW));

    /** Writes down what it is asked, and answers that there is no such lease. */
    private static final class Ledger implements LeaseStore {
        final List<Object> asked = new ArrayList<>();

        @Override
        public LeaseOutcome create(Caller caller, LeaseRequest request, Lease.Period period) {
            asked.add(period);
            return new NotFound();
        }

        @Override
        public Availability availability(
                Environment environment, LeaseRequest.Wanted wanted, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable Lease find(TenantId tenant, LeaseId id) {
            return null;
        }

        @Override
        public List<Lease> list(TenantId tenant, @Nullable LeaseId after, int limit) {
            return List.of();
        }

        @Override
        public LeaseOutcome extend(Caller caller, LeaseId id, Duration by, Duration longest) {
            asked.add(longest);
            return new NotFound();
        }

        @Override
        public LeaseOutcome release(Caller caller, LeaseId id, Instant at) {
            asked.add(at);
            return new NotFound();
        }
    }

    private static Caller caller(Environment environment) {
        return new Caller(
                new TenantId(new UUID(0, 1)),
                environment,
                new PrincipalId(new UUID(0, 2)),
                new KeyId(new UUID(0, 3)));
    }

    private static LeaseRequest request(
            Duration ttl, String why, @Nullable ProfileId profile, @Nullable ConsentId consent) {
        return new LeaseRequest(
                LeaseRequest.Wanted.ANY, ttl, Purpose.QA_TESTING, why, profile, consent, null);
    }

    @Test
    void sandbox_lease_needs_neither_justification_nor_profile_nor_consent() {
        leases.create(caller(Environment.SANDBOX), request(HOUR, "", null, null));
        assertThat(ledger.asked).hasSize(1);
    }

    @Test
    void live_lease_needs_all_three() {
        Caller live = caller(Environment.LIVE);
        assertThat(leases.create(live, request(HOUR, " ", PROFILE, CONSENT)))
                .isEqualTo(new JustificationMissing());
        assertThat(leases.create(live, request(HOUR, "why", null, CONSENT)))
                .isEqualTo(new ProfileNotVerified());
        assertThat(leases.create(live, request(HOUR, "why", PROFILE, null)))
                .isEqualTo(new ConsentMissing());
        assertThat(ledger.asked).isEmpty();
        leases.create(live, request(HOUR, "why", PROFILE, CONSENT));
        assertThat(ledger.asked).hasSize(1);
    }

    @Test
    void duration_out_of_bounds_never_reaches_the_store() {
        Duration longest = Duration.ofDays(180);
        Duration shortest = Duration.ofMinutes(10);
        Caller caller = caller(Environment.SANDBOX);
        assertThat(leases.create(caller, request(longest.plusSeconds(1), "", null, null)))
                .isEqualTo(new DurationNotAllowed(shortest, longest));
        assertThat(leases.create(caller, request(shortest.minusSeconds(1), "", null, null)))
                .isEqualTo(new DurationNotAllowed(shortest, longest));
        assertThat(ledger.asked).isEmpty();
    }

    @Test
    void instants_are_no_finer_than_the_database_keeps() {
        Instant micros = Instant.parse("2031-04-02T10:00:00.123456Z");
        leases.create(caller(Environment.SANDBOX), request(HOUR, "", null, null));
        leases.release(caller(Environment.SANDBOX), new LeaseId(new UUID(0, 6)));
        assertThat(ledger.asked).containsExactly(LeasePolicy.DEFAULT.period(micros, HOUR), micros);
    }

    @Test
    void extension_carries_the_longest_time_allowed() {
        leases.extend(caller(Environment.SANDBOX), new LeaseId(new UUID(0, 6)), HOUR);
        assertThat(ledger.asked).containsExactly(Duration.ofDays(180));
    }
}
