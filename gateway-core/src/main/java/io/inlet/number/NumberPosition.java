package io.inlet.number;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a number stands: what its state at any instant follows from.
 *
 * @param standing what operators say of it
 * @param reason why, or null in service
 * @param leasedUntil when its last lease expires or did; the epoch if it never had one
 * @param freeFrom from when it can be leased again
 */
public record NumberPosition(
        Standing standing, @Nullable String reason, Instant leasedUntil, Instant freeFrom) {
    /** A number that nobody had yet. */
    public static final NumberPosition NEW =
            new NumberPosition(Standing.IN_SERVICE, null, Instant.EPOCH, Instant.EPOCH);

    /**
     * Its state at an instant. A leased number that operators mark stays its lessee's to the end of
     * the lease, and leaves the pool then.
     */
    public NumberState stateAt(Instant now) {
        if (now.isBefore(leasedUntil)) {
            return NumberState.LEASED;
        }
        return switch (standing) {
            case QUARANTINED -> NumberState.QUARANTINED;
            case SUSPENDED -> NumberState.SUSPENDED;
            case RETIRED -> NumberState.RETIRED;
            case IN_SERVICE ->
                    now.isBefore(freeFrom) ? NumberState.COOLDOWN : NumberState.AVAILABLE;
        };
    }

    /** Where it stands after one more step of its history. */
    public NumberPosition after(NumberChange change) {
        return switch (change.kind()) {
            case IMPORTED -> this;
            case LEASED,
                    LEASE_EXTENDED,
                    LEASE_RELEASED,
                    LEASE_ADVANCED,
                    COOLDOWN_EXTENDED,
                    RESTED ->
                    new NumberPosition(
                            standing,
                            reason,
                            change.until() == null ? leasedUntil : change.until(),
                            change.freeFrom() == null ? freeFrom : change.freeFrom());
            case QUARANTINED -> marked(Standing.QUARANTINED, change);
            case SUSPENDED -> marked(Standing.SUSPENDED, change);
            case RETIRED -> marked(Standing.RETIRED, change);
            case REINSTATED -> new NumberPosition(Standing.IN_SERVICE, null, leasedUntil, freeFrom);
        };
    }

    private NumberPosition marked(Standing as, NumberChange change) {
        return new NumberPosition(as, change.reason(), leasedUntil, freeFrom);
    }
}
