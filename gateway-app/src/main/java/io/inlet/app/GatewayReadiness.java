package io.inlet.app;

import io.inlet.http.Readiness;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.persistence.Database;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether this gateway can take and show messages: its database answers, and agrees on the time.
 */
final class GatewayReadiness implements Readiness {
    /** Leases are judged by the arrival's instant: two clocks apart would misjudge them. */
    private static final Duration LARGEST_SKEW = Duration.ofSeconds(1);

    private final Database database;

    GatewayReadiness(Database database) {
        this.database = database;
    }

    @Override
    public List<Check> checks() {
        try {
            return List.of(
                    new Check("database", null), new Check("clock", judge(database.clockSkew())));
        } catch (StoreUnavailableException e) {
            return List.of(new Check("database", "it does not answer"));
        }
    }

    private static @Nullable String judge(Duration skew) {
        return skew.abs().compareTo(LARGEST_SKEW) <= 0
                ? null
                : "the database's clock is " + skew.toMillis() + " ms ahead of this machine's";
    }
}
