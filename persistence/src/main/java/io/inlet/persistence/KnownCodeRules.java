package io.inlet.persistence;

import io.inlet.code.CodeRule;
import io.inlet.code.CodeRules;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of all tenants in memory, ready to be tried: what any gateway on the database changes
 * is known here within five seconds, and while the database is away the last known ones hold. Any
 * thread may ask.
 */
public final class KnownCodeRules implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KnownCodeRules.class);

    /** A look at one row; the rules are read only when it says that some changed. */
    private static final Duration TICK = Duration.ofSeconds(5);

    private static final long NONE_YET = -1;

    private final Database database;
    private final JobLog jobLog =
            new JobLog(
                    log,
                    "tenants' rules for codes are as they were, looking again every " + TICK,
                    "tenants' rules for codes are up to date again");
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("code-rules").daemon().factory());

    private volatile Map<TenantId, Own> known = Map.of();

    // Whoever refreshes has the monitor.
    private long revision = NONE_YET;

    /** What a tenant has, and the same made ready. */
    private record Own(List<CodeRule> rules, CodeRules ready) {}

    public KnownCodeRules(Database database) {
        this.database = database;
    }

    /**
     * Reads all rules, and goes on looking for changes until {@link #close}.
     *
     * @throws io.inlet.intake.StoreUnavailableException if the database does not answer
     */
    public void start() {
        refresh();
        var _ =
                ticker.scheduleWithFixedDelay(
                        this::refreshOrLog,
                        TICK.toMillis(),
                        TICK.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** A tenant's rules as they are known now; answers at once. */
    public CodeRules of(TenantId tenant) {
        Own own = known.get(tenant);
        return own == null ? CodeRules.NONE : own.ready();
    }

    /** Ends the looking. */
    @Override
    public void close() {
        ticker.shutdownNow();
    }

    /** Reads the rules if any changed. */
    synchronized void refresh() {
        // Read before the rules: a change in between is seen by the next look once more.
        long now = CodeRuleTable.revision(database.dsl());
        if (now == revision) {
            return;
        }
        Map<TenantId, Own> before = known;
        Map<TenantId, Own> after = new HashMap<>();
        CodeRuleTable.all(database.dsl())
                .forEach((tenant, rules) -> {
                    Own own = before.get(tenant);
                    boolean same = own != null && own.rules().equals(rules);
                    after.put(tenant, same ? own : new Own(rules, CodeRules.of(rules)));
                });
        known = Map.copyOf(after);
        revision = now;
    }

    /** The same, for who has nobody to tell that it cannot be done now. */
    synchronized void refreshOrLog() {
        try {
            refresh();
            jobLog.worked();
        } catch (RuntimeException e) {
            jobLog.failed(e);
        }
    }
}
