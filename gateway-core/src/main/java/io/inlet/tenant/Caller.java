package io.inlet.tenant;

/**
 * Who makes a request: every action is attributed to these three.
 *
 * @param tenant for whom
 * @param environment the tenant's environment
 * @param principal by whom
 * @param key with which key
 */
public record Caller(TenantId tenant, Environment environment, PrincipalId principal, KeyId key) {}
