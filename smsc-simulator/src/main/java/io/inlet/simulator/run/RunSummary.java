package io.inlet.simulator.run;

import io.inlet.simulator.LedgerCounts;
import io.inlet.simulator.Violation;
import java.time.Duration;
import java.util.List;

/**
 * What a run came to.
 *
 * @param counts the ledger at its end
 * @param sending how long its load was making messages; zero without one
 * @param acknowledgedPerSecond segments of the load acknowledged while it was making messages, by
 *     that time
 * @param p50 half of all acknowledgements took at most this, from the instant at which a message
 *     was to go out
 * @param p99 the same for 99 of 100
 * @param most the longest
 * @param violations the first thousand things that an ESME must not send
 * @param completed false if it was stopped, or a wait of it ran out
 */
public record RunSummary(
        LedgerCounts counts,
        Duration sending,
        double acknowledgedPerSecond,
        Duration p50,
        Duration p99,
        Duration most,
        List<Violation> violations,
        boolean completed) {}
