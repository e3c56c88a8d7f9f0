package io.inlet.http;

import io.inlet.tenant.Caller;
import io.inlet.tenant.LegalEntity;
import io.inlet.tenant.PrincipalId;
import io.inlet.tenant.SubAccountOutcome;
import io.inlet.tenant.SubAccounts;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sub-accounts in memory: a tenant's first caller here owns it. */
final class InMemorySubAccounts implements SubAccounts {
    private final InMemoryInlet tenants;
    private final Map<TenantId, PrincipalId> owners = new HashMap<>();
    private final Map<TenantId, List<Tenant>> accounts = new HashMap<>();

    InMemorySubAccounts(InMemoryInlet tenants) {
        this.tenants = tenants;
    }

    @Override
    public synchronized SubAccountOutcome create(Caller caller, String name) {
        if (name.equals("one too many")) {
            return new SubAccountOutcome.TooMany();
        }
        PrincipalId owner = owners.putIfAbsent(caller.tenant(), caller.principal());
        if (owner != null && !owner.equals(caller.principal())) {
            return new SubAccountOutcome.NotOwner();
        }
        Tenant made = tenants.createTenant(new LegalEntity(name, null), caller.environment());
        owners.put(made.id(), caller.principal());
        accounts.computeIfAbsent(caller.tenant(), _ -> new ArrayList<>()).add(made);
        return new SubAccountOutcome.Made(made, tenants.createPrincipal(made.id(), name));
    }

    @Override
    public synchronized List<Tenant> of(TenantId parent) {
        return List.copyOf(accounts.getOrDefault(parent, List.of()));
    }
}
