package io.inlet.tenant;

import java.util.UUID;

/**
 * A customer.
 *
 * @param id its id
 * @param name the legal entity's name
 * @param environment live or sandbox, for good
 */
public record Tenant(TenantId id, String name, Environment environment) {
    /**
     * The built-in tenant that carries bind, number and alarm events, and owns what is quarantined.
     * No key of it can be made.
     */
    public static final TenantId SYSTEM = new TenantId(new UUID(0, 0));
}
