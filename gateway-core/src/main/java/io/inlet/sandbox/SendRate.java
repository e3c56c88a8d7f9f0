package io.inlet.sandbox;

import io.inlet.tenant.TenantId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what each tenant sent in the minute that runs, and forgets it when the next begins. Any
 * thread.
 */
final class SendRate {
    private static final long MINUTE = 60;

    private final int most;
    private final InstantSource clock;
    private final Map<TenantId, Integer> sent = new HashMap<>();
    private long minute;

    SendRate(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Counts one more, unless there were as many as may be. */
    synchronized boolean take(TenantId tenant) {
        long now = Math.floorDiv(clock.instant().getEpochSecond(), MINUTE);
        if (now != minute) {
            minute = now;
            sent.clear();
        }
        int before = sent.getOrDefault(tenant, 0);
        if (before >= most) {
            return false;
        }
        sent.put(tenant, before + 1);
        return true;
    }
}
