package io.inlet.smpp;

import io.inlet.intake.FormerCopy;
import io.inlet.sms.Answered;
import io.inlet.sms.SessionId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the database keeps of deliveries and sessions, and an umpire over it who sees what only the
 * carrier knows.
 */
final class SimulatedStore {
    private static final Duration HORIZON = Duration.ofDays(2);

    private final World world;
    private final Map<Integer, SimulatedCopy> latest = new HashMap<>();
    private final Map<SessionId, Answered> proven = new HashMap<>();
    private final Set<Integer> born = new HashSet<>();
    private final boolean mayMixUp;

    int genuine;
    int genuineAfterDoubts;
    int redelivered;
    int overtaken;

    /**
     * @param mayMixUp whether equal SMS are under delivery at one time: nobody can tell which of
     *     them it is that comes again
     */
    SimulatedStore(World world, boolean mayMixUp) {
        this.world = world;
        this.mayMixUp = mayMixUp;
    }

    void proven(SimulatedLink link, Answered answered) {
        proven.put(link.session, answered);
        link.told(answered, world.now());
    }

    /** Commits a copy as the store does. */
    void commit(SimulatedCopy copy) {
        SimulatedCopy former = latest.get(copy.content);
        boolean isSame = former != null && isSame(former, copy);
        if (!isSame && !born.add(copy.sms) && !mayMixUp) {
            throw new AssertionError("doubled: %s after %s".formatted(copy, former));
        }
        if (former != null) {
            umpire(former, copy, isSame);
        }
        if (former == null || copy.arrivedAt().isAfter(former.arrivedAt())) {
            latest.put(copy.content, copy);
        }
    }

    private boolean isSame(SimulatedCopy former, SimulatedCopy copy) {
        Answered known = proven.getOrDefault(former.link.session, Answered.NOTHING);
        return new FormerCopy(
                        former.link.session, former.arrivedAt(), known.contains(former.arrivedAt()))
                .isSameSms(copy.arrival(), HORIZON);
    }

    private void umpire(SimulatedCopy former, SimulatedCopy copy, boolean isSame) {
        boolean wasOvertaken = !copy.arrivedAt().isAfter(former.arrivedAt());
        if (isSame && !wasOvertaken && isHeard(former, copy)) {
            throw new AssertionError("lost: %s after %s".formatted(copy, former));
        }
        overtaken += wasOvertaken ? 1 : 0;
        redelivered += isSame ? 1 : 0;
        genuine += isSame ? 0 : 1;
        genuineAfterDoubts += !isSame && former.link.hasDoubts() ? 1 : 0;
    }

    // On its own session by what was so when the copy was read, on another by what is stored.
    private boolean isHeard(SimulatedCopy former, SimulatedCopy copy) {
        return copy.link == former.link
                ? former.link.isHeardAt(former, copy.readAt())
                : former.link.isToldOf(former, world.now());
    }
}
