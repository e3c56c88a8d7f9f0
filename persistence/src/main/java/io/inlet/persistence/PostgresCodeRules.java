package io.inlet.persistence;

import io.inlet.code.CodeRule;
import io.inlet.code.CodeRuleCheck;
import io.inlet.code.CodeRuleExample;
import io.inlet.code.CodeRuleId;
import io.inlet.code.CodeRuleStore;
import io.inlet.code.CodeRuleWish;
import io.inlet.id.Uuid7;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Tenants' rules for codes. Any thread; calls block. */
public final class PostgresCodeRules implements CodeRuleStore {
    private final Database database;
    private final KnownCodeRules known;
    private final InstantSource clock;

    /**
     * @param known what this gateway reads messages by: it learns of changes made here at once
     */
    public PostgresCodeRules(Database database, KnownCodeRules known, InstantSource clock) {
        this.database = database;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public @Nullable List<Saved> rules(TenantId tenant) {
        boolean known = !isBuiltIn(tenant) && TenantTable.has(database.dsl(), tenant);
        return known ? CodeRuleTable.of(database.dsl(), tenant) : null;
    }

    @Override
    public Outcome add(TenantId tenant, CodeRuleWish wish, @Nullable CodeRuleExample example) {
        Outcome outcome =
                database.transaction(dsl -> {
                    if (isBuiltIn(tenant) || !TenantTable.lock(dsl, tenant)) {
                        return new NoSuchTenant();
                    }
                    List<Saved> others = CodeRuleTable.of(dsl, tenant);
                    return switch (CodeRuleCheck.check(wish, example, others)) {
                        case CodeRuleWish.Wrong wrong -> new Refused(wrong.faults());
                        case CodeRuleWish.Right right -> added(dsl, tenant, right.rule());
                    };
                });
        known.refreshOrLog();
        return outcome;
    }

    @Override
    public @Nullable Removed remove(CodeRuleId id) {
        List<Removed> removed =
                database.transaction(dsl -> {
                    long revision = CodeRuleTable.lock(dsl) + 1;
                    Removed rule = CodeRuleTable.delete(dsl, id);
                    if (rule != null) {
                        CodeRuleTable.changed(dsl, revision);
                    }
                    return rule == null ? List.of() : List.of(rule);
                });
        known.refreshOrLog();
        return removed.isEmpty() ? null : removed.getFirst();
    }

    // Only now is there a lock that other tenants wait for: a check may take a while.
    private Added added(DSLContext dsl, TenantId tenant, CodeRule rule) {
        long revision = CodeRuleTable.lock(dsl) + 1;
        Saved saved = new Saved(new CodeRuleId(Uuid7.mint(clock.instant())), rule);
        CodeRuleTable.insert(dsl, tenant, revision, saved);
        CodeRuleTable.changed(dsl, revision);
        return new Added(saved);
    }

    private static boolean isBuiltIn(TenantId tenant) {
        return tenant.equals(Tenant.SYSTEM);
    }
}
