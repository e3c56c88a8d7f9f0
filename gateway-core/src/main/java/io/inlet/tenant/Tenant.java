package io.inlet.tenant;

import io.inlet.lease.Purpose;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer.
 *
 * @param id its id
 * @param entity who it is in law
 * @param environment live or sandbox, for good
 * @param rights what it may
 * @param parent the tenant that it is a sub-account of, or null
 * @param owner who alone makes sub-accounts of it; null until there is a principal
 */
public record Tenant(
        TenantId id,
        LegalEntity entity,
        Environment environment,
        Rights rights,
        @Nullable TenantId parent,
        @Nullable PrincipalId owner) {
    /**
     * What a tenant may.
     *
     * @param standing its own state; the parent's counts too
     * @param verified whether its legal entity has been checked
     * @param purposes what it may lease numbers for, or null for all that there are
     */
    public record Rights(
            TenantStanding standing, boolean verified, @Nullable Set<Purpose> purposes) {
        /** As every tenant begins. */
        public static final Rights NEW = new Rights(TenantStanding.ACTIVE, false, null);
    }

    /** A tenant as it begins. */
    public Tenant(TenantId id, LegalEntity entity, Environment environment) {
        this(id, entity, environment, Rights.NEW, null, null);
    }

    /** The legal entity's name. */
    public String name() {
        return entity.name();
    }

    /**
     * The built-in tenant that carries bind, number and alarm events, and owns what is quarantined.
     * No key of it can be made.
     */
    public static final TenantId SYSTEM = new TenantId(new UUID(0, 0));
}
