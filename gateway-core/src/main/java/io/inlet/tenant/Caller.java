package io.inlet.tenant;

/**
 * Who makes a request: every action is attributed to these three.
 *
 * @param tenant for whom
 * @param environment the tenant's environment
 * @param principal by whom
 * @param key with which key
 * @param standing the state of the tenant and of the one above it, whichever is severer
 */
public record Caller(
        TenantId tenant,
        Environment environment,
        PrincipalId principal,
        KeyId key,
        TenantStanding standing) {
    /** A caller of an active tenant. */
    public Caller(TenantId tenant, Environment environment, PrincipalId principal, KeyId key) {
        this(tenant, environment, principal, key, TenantStanding.ACTIVE);
    }
}
