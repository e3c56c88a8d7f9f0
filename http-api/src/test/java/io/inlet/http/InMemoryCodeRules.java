package io.inlet.http;

import io.inlet.code.CodeRuleCheck;
import io.inlet.code.CodeRuleExample;
import io.inlet.code.CodeRuleId;
import io.inlet.code.CodeRuleStore;
import io.inlet.code.CodeRuleWish;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules in memory. */
final class InMemoryCodeRules implements CodeRuleStore {
    /** A rule of an earlier version that this one refuses. */
    static final CodeRuleId REFUSED = new CodeRuleId(new UUID(2, 2));

    private final TenantStore tenants;
    private final Map<TenantId, List<Saved>> rules = new HashMap<>();

    /** Whether its work ends in a bug. */
    volatile boolean broken;

    InMemoryCodeRules(TenantStore tenants) {
        this.tenants = tenants;
    }

    @Override
    public synchronized @Nullable List<Saved> rules(TenantId tenant) {
        if (broken) {
            throw new IllegalArgumentException("names no constant: LOGIN");
        }
        if (tenants.tenants().stream().noneMatch(t -> t.id().equals(tenant))) {
            return null;
        }
        return List.copyOf(of(tenant));
    }

    private List<Saved> of(TenantId tenant) {
        return rules.computeIfAbsent(tenant, _ -> new ArrayList<>());
    }

    @Override
    public synchronized Outcome add(
            TenantId tenant, CodeRuleWish wish, @Nullable CodeRuleExample example) {
        List<Saved> others = rules(tenant);
        if (others == null) {
            return new NoSuchTenant();
        }
        return switch (CodeRuleCheck.check(wish, example, others)) {
            case CodeRuleWish.Wrong wrong -> new Refused(wrong.faults());
            case CodeRuleWish.Right right -> {
                Saved saved = new Saved(new CodeRuleId(UUID.randomUUID()), right.rule());
                of(tenant).add(saved);
                yield new Added(saved);
            }
        };
    }

    @Override
    public synchronized @Nullable Removed remove(CodeRuleId id) {
        if (id.equals(REFUSED)) {
            return new Removed(id, null);
        }
        for (List<Saved> all : rules.values()) {
            for (Saved saved : List.copyOf(all)) {
                if (saved.id().equals(id)) {
                    all.remove(saved);
                    return new Removed(id, saved.rule());
                }
            }
        }
        return null;
    }
}
