package io.inlet.lease;

import io.inlet.settings.Default;
import io.inlet.settings.Defaults;
import io.inlet.settings.Durations;
import java.time.Duration;
import java.time.Instant;

/**
 * How long leases run, and what follows them, by class of duration (requirements L8, L9, L20, L22).
 *
 * @param shortest the shortest lease, more than nothing
 * @param longest the longest lease, extensions included, at most 180 days
 */
public record LeasePolicy(@Default("10m") Duration shortest, @Default("180d") Duration longest) {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MOST = Duration.ofDays(180);
    private static final Duration WEEK = Duration.ofDays(7);

    /** 10 minutes to 180 days. */
    public static final LeasePolicy DEFAULT = Defaults.of(LeasePolicy.class);

    public LeasePolicy {
        if (!shortest.isPositive() || shortest.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "shortest: expected more than nothing and at most longest, found "
                            + Durations.write(shortest));
        }
        if (longest.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "longest: expected at most %s, found %s"
                            .formatted(Durations.write(MOST), Durations.write(longest)));
        }
    }

    /** Whether a lease may run that long. */
    public boolean allows(Duration ttl) {
        return ttl.compareTo(shortest) >= 0 && ttl.compareTo(longest) <= 0;
    }

    /** The instants of a lease that starts at {@code startsAt}. */
    public Lease.Period period(Instant startsAt, Duration ttl) {
        Instant expiresAt = startsAt.plus(ttl);
        Instant graceEndsAt = expiresAt.plus(grace(ttl));
        return new Lease.Period(startsAt, expiresAt, graceEndsAt, graceEndsAt.plus(cooldown(ttl)));
    }

    private static Duration grace(Duration ttl) {
        if (ttl.compareTo(HOUR) <= 0) {
            return Duration.ofHours(2);
        }
        return ttl.compareTo(WEEK) <= 0 ? Duration.ofHours(24) : Duration.ofHours(72);
    }

    private static Duration cooldown(Duration ttl) {
        if (ttl.compareTo(HOUR) <= 0) {
            return Duration.ofHours(24);
        }
        return ttl.compareTo(WEEK) <= 0 ? Duration.ofDays(7) : Duration.ofDays(30);
    }
}
