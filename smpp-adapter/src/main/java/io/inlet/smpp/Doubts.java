package io.inlet.smpp;

import io.inlet.sms.Answered.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The arrivals of a session of which nobody knows whether the carrier has heard their ESME_ROK, as
 * gaps: those that came in a row are one. Told in the order of arrival. Owned by the session's
 * event loop.
 */
final class Doubts {
    /** They travel with proofs and lie in the session's row, at some 24 octets each. */
    private static final int MOST_GAPS = 256;

    private static final Duration FINEST_GRAIN = Duration.ofMillis(1);

    /** Clocks differ, and a copy may wait for its commit. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final Duration kept;
    private List<Gap> gaps = new ArrayList<>();
    private List<Gap> told = List.of();
    private boolean isTold = true;
    private boolean isGrowing;

    /**
     * @param redeliveryHorizon after which an equal SMS is another one, doubt or not
     */
    Doubts(Duration redeliveryHorizon) {
        this.kept = redeliveryHorizon.plus(MARGIN);
    }

    /** This one is in doubt. */
    void add(Instant arrival) {
        isTold = false;
        if (isGrowing) {
            gaps.add(new Gap(gaps.removeLast().first(), arrival));
            return;
        }
        isGrowing = true;
        gaps.add(new Gap(arrival, arrival));
        if (gaps.size() > MOST_GAPS) {
            coarsen();
        }
    }

    /** All of these are in doubt, whether they seemed so or not. */
    void add(Gap stretch) {
        isTold = false;
        List<Gap> all = new ArrayList<>();
        Gap merged = stretch;
        for (Gap gap : gaps) {
            if (gap.touches(stretch)) {
                merged = merged.with(gap);
            } else if (gap.last().isBefore(stretch.first())) {
                all.add(gap);
            }
        }
        all.add(merged);
        Instant end = merged.last();
        gaps.stream().filter(gap -> gap.first().isAfter(end)).forEach(all::add);
        gaps = all;
    }

    /** Something is not in doubt that came after all that are. */
    void interrupted() {
        isGrowing = false;
    }

    /** All of them that still matter; the same list until there are others. */
    List<Gap> gaps(Instant now) {
        Instant oldest = now.minus(kept);
        if (!gaps.isEmpty() && gaps.getFirst().last().isBefore(oldest)) {
            gaps.removeIf(gap -> gap.last().isBefore(oldest));
            isGrowing = isGrowing && !gaps.isEmpty();
            isTold = false;
        }
        if (!isTold) {
            told = List.copyOf(gaps);
            isTold = true;
        }
        return told;
    }

    // What lies between two doubts that are close is given up. The grain doubles until half of the
    // gaps are gone, so that this is rare.
    private void coarsen() {
        Duration grain = FINEST_GRAIN;
        while (gaps.size() > MOST_GAPS / 2) {
            gaps = joined(grain);
            grain = grain.multipliedBy(2);
        }
    }

    private List<Gap> joined(Duration grain) {
        List<Gap> joined = new ArrayList<>(gaps.size());
        for (Gap gap : gaps) {
            Gap before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && !gap.first().isAfter(before.last().plus(grain))) {
                joined.set(joined.size() - 1, new Gap(before.first(), gap.last()));
            } else {
                joined.add(gap);
            }
        }
        return joined;
    }
}
