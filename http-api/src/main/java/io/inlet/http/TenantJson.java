package io.inlet.http;

import io.inlet.id.EnumName;
import io.inlet.lease.Purpose;
import io.inlet.tenant.StateReason;
import io.inlet.tenant.Tenant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tenant as the contracts have it; the components are its field names. */
record TenantJson(
        String id,
        String name,
        @Nullable String country,
        String environment,
        String state,
        @Nullable String reason,
        boolean verified,
        @Nullable List<String> purposes,
        @Nullable String parentId,
        @Nullable String ownerId) {
    static TenantJson of(Tenant tenant) {
        StateReason reason = tenant.rights().standing().reason();
        return new TenantJson(
                tenant.id().toString(),
                tenant.name(),
                tenant.entity().country(),
                EnumName.of(tenant.environment()),
                EnumName.of(tenant.rights().standing().state()),
                reason == null ? null : EnumName.of(reason),
                tenant.rights().verified(),
                names(tenant.rights().purposes()),
                tenant.parent() == null ? null : tenant.parent().toString(),
                tenant.owner() == null ? null : tenant.owner().toString());
    }

    private static @Nullable List<String> names(@Nullable Set<Purpose> purposes) {
        return purposes == null
                ? null
                : purposes.stream().sorted().map(purpose -> EnumName.of(purpose)).toList();
    }
}
