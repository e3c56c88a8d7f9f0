package io.inlet.http;

import io.inlet.id.EnumName;
import io.inlet.tenant.TenantStanding;
import java.util.Objects;

/** Says that a tenant's state does not allow a request. */
final class Held {
    private Held() {}

    /** The refusal, with state and reason; never for an active tenant. */
    static RefusedException refused(TenantStanding standing) {
        return new RefusedException(
                Problem.of(
                        ProblemType.TENANT_HELD,
                        "the tenant is %s (%s); speak to the operators"
                                .formatted(
                                        EnumName.of(standing.state()),
                                        EnumName.of(Objects.requireNonNull(standing.reason())))));
    }
}
