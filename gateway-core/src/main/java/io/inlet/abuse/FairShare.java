package io.inlet.abuse;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shares places between tenants: each may hold so many times what is free, so that whoever is alone
 * gets most of it, and there is always something left for the next (dynamic thresholds, Choudhury
 * and Hahne, 1998). Any thread.
 *
 * @param <K> who shares
 */
public final class FairShare<K> {
    private final int most;
    private final int timesFree;
    private final AtomicInteger taken = new AtomicInteger();
    private final ConcurrentHashMap<K, Integer> held = new ConcurrentHashMap<>();

    /**
     * @param most places in all
     * @param timesFree how many times what is free one may hold: 1 leaves a half to others, 4 a
     *     fifth
     */
    public FairShare(int most, int timesFree) {
        this.most = most;
        this.timesFree = timesFree;
    }

    /** Takes a place, or none; one that was taken has to be given back. */
    public boolean enter(K who) {
        int free = most - taken.incrementAndGet() + 1;
        boolean[] let = new boolean[1];
        held.compute(
                who,
                (_, before) -> {
                    int had = before == null ? 0 : before;
                    let[0] = free > 0 && had < (long) free * timesFree;
                    return let[0] ? Integer.valueOf(had + 1) : before;
                });
        if (!let[0]) {
            taken.decrementAndGet();
        }
        return let[0];
    }

    /** Gives a place back. */
    public void leave(K who) {
        held.computeIfPresent(who, (_, had) -> had == 1 ? null : Integer.valueOf(had - 1));
        taken.decrementAndGet();
    }

    /** How many places are taken. */
    public int taken() {
        return taken.get();
    }
}
