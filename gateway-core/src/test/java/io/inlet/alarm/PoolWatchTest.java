package io.inlet.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.feed.Cursor;
import io.inlet.feed.EventType;
import io.inlet.feed.GatewayEvent;
import io.inlet.feed.GatewayEvents;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.lease.Availability;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseRequest;
import io.inlet.lease.LeaseRequest.Wanted;
import io.inlet.lease.LeaseStore;
import io.inlet.number.LineType;
import io.inlet.sms.BindId;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoolWatchTest {
    private final List<String> told = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final Pool pool = new Pool();
    private boolean away;

    private final PoolWatch watch =
            new PoolWatch(
                    List.of(
                            new LowWater("DE", LineType.MOBILE, 50),
                            new LowWater("FR", LineType.FIXED, 1)),
                    new PoolWatch.Ports(
                            pool,
                            new Told(),
                            (country, type, low) -> shown.add(country + " " + type + " " + low)),
                    () -> Instant.EPOCH);

    @Test
    void too_few_free_numbers_of_a_kind_are_told_once_and_once_when_there_are_enough_again() {
        watch.tick();
        assertThat(told).isEmpty();
        pool.germanMobiles = 49;
        watch.tick();
        watch.tick();
        assertThat(told)
                .containsExactly(
                        "alarm.raised pool_low: DE/mobile has 49 free numbers, and should have 50");
        pool.germanMobiles = 50;
        watch.tick();
        assertThat(told).last().isEqualTo("alarm.cleared pool_low: DE/mobile");
        assertThat(shown).containsExactly("DE MOBILE true", "DE MOBILE false");
    }

    @Test
    void what_could_not_be_told_is_told_when_the_database_is_back() {
        pool.germanMobiles = 0;
        away = true;
        watch.tick();
        assertThat(told).isEmpty();
        away = false;
        watch.tick();
        assertThat(told).hasSize(1);
    }

    @Test
    void mark_is_bounded() {
        assertThatThrownBy(() -> new LowWater("de", LineType.MOBILE, 5))
                .hasMessageStartingWith("c");
        assertThatThrownBy(() -> new LowWater("DE", LineType.MOBILE, 0))
                .hasMessageStartingWith("f");
        assertThatThrownBy(() -> new LowWater("DE", LineType.MOBILE, 10_001))
                .hasMessageStartingWith("free: ");
    }

    private final class Told implements GatewayEvents {
        @Override
        public void tell(EventType type, BindId bind, String detail) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void tell(EventType type, String detail) {
            if (away) {
                throw new StoreUnavailableException("away");
            }
            told.add(type.wireName() + " " + detail);
        }

        @Override
        public List<GatewayEvent> after(@Nullable Cursor after, int limit) {
            return List.of();
        }
    }

    /** German mobile numbers alone are short. */
    private static final class Pool implements LeaseStore {
        private int germanMobiles = 60;

        @Override
        public Availability availability(Environment environment, Wanted wanted, Instant at) {
            assertThat(environment).isEqualTo(Environment.LIVE);
            boolean german = wanted.equals(new Wanted(null, "DE", LineType.MOBILE));
            var none = new Availability.Count(0, false);
            return new Availability(
                    new Availability.Count(german ? germanMobiles : 10_000, !german), none, none);
        }

        @Override
        public LeaseOutcome create(Caller caller, LeaseRequest request, Lease.Period period) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable Lease find(TenantId tenant, LeaseId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Lease> list(TenantId tenant, @Nullable LeaseId after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LeaseOutcome extend(Caller caller, LeaseId id, Duration by, Duration longest) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LeaseOutcome release(Caller caller, LeaseId id, Instant at) {
            throw new UnsupportedOperationException();
        }
    }
}
