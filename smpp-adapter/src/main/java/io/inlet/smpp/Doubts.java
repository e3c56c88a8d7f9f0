package io.inlet.smpp;

import io.inlet.sms.Answered.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The arrivals of a session of which nobody knows whether the carrier has heard their ESME_ROK, as
 * gaps: those that came in a row are one. Told in the order of arrival. Owned by the session's
 * event loop.
 */
final class Doubts {
    /** They travel with proofs and lie in the session's row, at some 24 octets each. */
    private static final int MOST_GAPS = 256;

    /** That many are left when there would be more: half of them, so that joining is rare. */
    private static final int GAPS_LEFT = MOST_GAPS / 2;

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
        coarsen();
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
        coarsen();
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

    // What lies between two that are joined is given up. The closest of all cost the least time
    // that way; of equally close ones the oldest, of which a copy is the least likely.
    private void coarsen() {
        if (gaps.size() <= MOST_GAPS) {
            return;
        }
        BitSet closest = closestToTheirFormer(gaps.size() - GAPS_LEFT);
        List<Gap> joined = new ArrayList<>();
        for (int i = 0; i < gaps.size(); i++) {
            Gap gap = gaps.get(i);
            joined.add(closest.get(i) ? joined.removeLast().with(gap) : gap);
        }
        gaps = joined;
    }

    private BitSet closestToTheirFormer(int count) {
        return IntStream.range(1, gaps.size())
                .boxed()
                .sorted(Comparator.comparing(this::distanceFromFormer))
                .limit(count)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private Duration distanceFromFormer(int index) {
        return Duration.between(gaps.get(index - 1).last(), gaps.get(index).first());
    }
}
