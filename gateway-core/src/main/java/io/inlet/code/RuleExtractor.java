package io.inlet.code;

import io.inlet.tenant.TenantId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tries the rules that a tenant has now; what they do not say comes from the general reader. */
public final class RuleExtractor implements TenantExtractor {
    private final CueExtractor general;
    private final Function<TenantId, CodeRules> rules;

    /**
     * @param rules a tenant's rules as they are known now; answers at once
     */
    public RuleExtractor(CueExtractor general, Function<TenantId, CodeRules> rules) {
        this.general = general;
        this.rules = rules;
    }

    @Override
    public @Nullable CodeReading read(TenantId tenant, String text, String sender) {
        CodeRules own = rules.apply(tenant);
        return own.isEmpty() ? null : general.read(own, text, sender);
    }
}
