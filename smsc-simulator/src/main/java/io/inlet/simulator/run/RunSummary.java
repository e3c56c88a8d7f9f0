package io.inlet.simulator.run;

import io.inlet.simulator.LedgerCounts;
import io.inlet.simulator.Violation;
import io.inlet.simulator.script.ScriptReport;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param script how its script went, or null without one
 * @param completed false if it was stopped, or a wait of it ran out, or its script did not pass
 */
public record RunSummary(
        LedgerCounts counts,
        Duration sending,
        double acknowledgedPerSecond,
        Duration p50,
        Duration p99,
        Duration most,
        List<Violation> violations,
        @Nullable ScriptReport script,
        boolean completed) {}
