package io.inlet.alarm;

import io.inlet.sms.BindId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How many messages each bind brought in each hour, over all gateways and starts. Calls block and
 * may throw {@link io.inlet.intake.StoreUnavailableException}.
 */
public interface TrafficStore {
    /**
     * Adds to the counts of an hour; a bind that brought nothing has a count of 0 by this.
     *
     * @param hour its begin
     */
    void add(Instant hour, Map<BindId, Long> messages);

    /**
     * What each bind brought in the same hour of the days before.
     *
     * @param hour the begin of the hour, which does not count itself
     * @param days how many days to look back
     * @return in no order; a bind without any is not among them
     */
    Map<BindId, List<Long>> sameHourBefore(Instant hour, int days);
}
