package io.inlet.code;

import io.inlet.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the rules of tenants are kept. Calls block on the database. */
public interface CodeRuleStore {
    /** A rule that is kept. */
    record Saved(CodeRuleId id, CodeRule rule) {}

    /**
     * A rule that is kept no more.
     *
     * @param rule what it was, or null if this version refuses it, so that it was not used
     */
    record Removed(CodeRuleId id, @Nullable CodeRule rule) {}

    /** What became of a wish. */
    sealed interface Outcome {}

    /** It is kept, and tried after those that the tenant had. */
    record Added(Saved saved) implements Outcome {}

    /**
     * It is not.
     *
     * @param faults all that is wrong with it, each with what to do
     */
    record Refused(List<String> faults) implements Outcome {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** There is no such tenant, or it is the built-in one. */
    record NoSuchTenant() implements Outcome {}

    /**
     * A tenant's rules, in the order in which they are tried; null if there is no such tenant, or
     * it is the built-in one. Those of an earlier version that this one refuses, and does not use,
     * are not among them.
     */
    @Nullable List<Saved> rules(TenantId tenant);

    /** Keeps a rule if nothing is wrong with it: {@link CodeRuleCheck}. The example is not kept. */
    Outcome add(TenantId tenant, CodeRuleWish wish, @Nullable CodeRuleExample example);

    /** Forgets a rule; null if there is none. */
    @Nullable Removed remove(CodeRuleId id);
}
