package io.inlet.app;

import io.inlet.http.Readiness;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.persistence.SlotOutcome;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether this gateway can take and show messages: its intake runs, no other gateway has its slots,
 * and its database answers and agrees on the time.
 */
final class GatewayReadiness implements Readiness {
    /** Leases are judged by the arrival's instant: two clocks apart would misjudge them. */
    private static final Duration LARGEST_SKEW = Duration.ofSeconds(1);

    private final Supplier<Duration> clockSkew;
    private final BooleanSupplier intakeAlive;
    private final Supplier<SlotOutcome> slots;

    /**
     * @param clockSkew asks the database how far its clock is ahead of ours
     * @param intakeAlive whether the intake runs
     * @param slots how it stands with what this gateway must hold
     */
    GatewayReadiness(
            Supplier<Duration> clockSkew,
            BooleanSupplier intakeAlive,
            Supplier<SlotOutcome> slots) {
        this.clockSkew = clockSkew;
        this.intakeAlive = intakeAlive;
        this.slots = slots;
    }

    @Override
    public List<Check> checks() {
        Check intake =
                new Check("intake", intakeAlive.getAsBoolean() ? null : "one of its lanes died");
        Check held = new Check("slots", judge(slots.get()));
        try {
            Check clock = new Check("clock", judge(clockSkew.get()));
            return List.of(intake, held, new Check("database", null), clock);
        } catch (StoreUnavailableException e) {
            return List.of(intake, held, new Check("database", "it does not answer"));
        }
    }

    private static @Nullable String judge(SlotOutcome slots) {
        return switch (slots) {
            case SlotOutcome.Held _ -> null;
            case SlotOutcome.Missing missing -> missing.advice();
        };
    }

    private static @Nullable String judge(Duration skew) {
        return skew.abs().compareTo(LARGEST_SKEW) <= 0
                ? null
                : "the database's clock is " + skew.toMillis() + " ms ahead of this machine's";
    }
}
