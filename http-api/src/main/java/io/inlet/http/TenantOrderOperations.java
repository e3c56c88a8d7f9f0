package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import io.inlet.id.EnumName;
import io.inlet.lease.Purpose;
import io.inlet.tenant.StateReason;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantOrder;
import io.inlet.tenant.TenantOrders;
import io.inlet.tenant.TenantOutcome;
import io.inlet.tenant.TenantStanding;
import io.inlet.tenant.TenantState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders of operators about tenants over HTTP. Called on virtual threads; blocks on the store. */
final class TenantOrderOperations {
    private static final int MOST_BY = 100;

    private final TenantOrders orders;

    TenantOrderOperations(TenantOrders orders) {
        this.orders = orders;
    }

    private record StateBody(
            @Nullable String state, @Nullable String reason, @Nullable String by) {}

    private record VerificationBody(@Nullable Boolean verified, @Nullable String by) {}

    private record PurposesBody(@Nullable List<String> purposes, @Nullable String by) {}

    HttpResponse become(Exchange exchange) {
        StateBody body = exchange.json(StateBody.class);
        TenantState state = Names.parse("state", body.state(), TenantState.class);
        if (state == TenantState.ACTIVE && body.reason() != null) {
            throw Texts.refused("reason", "none for active");
        }
        StateReason reason =
                state == TenantState.ACTIVE
                        ? null
                        : Names.parse("reason", body.reason(), StateReason.class);
        var order = new TenantOrder.Become(new TenantStanding(state, reason));
        return order(exchange, order, body.by());
    }

    HttpResponse verify(Exchange exchange) {
        VerificationBody body = exchange.json(VerificationBody.class);
        if (body.verified() == null) {
            throw Texts.refused("verified", "true or false");
        }
        return order(exchange, new TenantOrder.Verify(body.verified()), body.by());
    }

    HttpResponse allow(Exchange exchange) {
        PurposesBody body = exchange.json(PurposesBody.class);
        Set<Purpose> purposes = body.purposes() == null ? null : purposes(body.purposes());
        return order(exchange, new TenantOrder.Allow(purposes), body.by());
    }

    private static Set<Purpose> purposes(List<String> names) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        for (String name : names) {
            purposes.add(Names.parse("purposes", name, Purpose.class));
        }
        return purposes;
    }

    private HttpResponse order(Exchange exchange, TenantOrder order, @Nullable String by) {
        TenantId tenant = exchange.pathId("tenant", TenantId::parse);
        return switch (orders.order(tenant, order, Texts.required("by", by, MOST_BY))) {
            case TenantOutcome.Done(var changed) -> Answers.ok(TenantJson.of(changed));
            case TenantOutcome.NotFound _ ->
                    throw new RefusedException(
                            Problem.of(ProblemType.NOT_FOUND, "there is no such tenant"));
            case TenantOutcome.WrongState(var state) ->
                    throw new RefusedException(
                            Problem.of(
                                    ProblemType.TENANT_STATE,
                                    state == TenantState.TERMINATED
                                            ? "the tenant is terminated, for good"
                                            : "the tenant is %s already"
                                                    .formatted(EnumName.of(state))));
        };
    }
}
