package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.inlet.abuse.Allowance;
import io.inlet.abuse.FairShare;
import io.inlet.abuse.Rate;
import io.inlet.abuse.RateLimiter;
import io.inlet.tenant.Caller;
import io.inlet.tenant.TenantId;
import java.net.InetAddress;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds callers to their rates, and shares what is bounded between tenants, so that one that calls
 * too often slows down itself alone. Tells every caller where it stands
 * (draft-ietf-httpapi-ratelimit-headers-10). Any thread.
 */
final class Limits {
    private static final int MOST_REMEMBERED = 100_000;
    private static final int LOOKUPS_AT_ONCE = 16;
    private static final Problem BUSY =
            Problem.of(ProblemType.RATE_LIMITED, "too many requests at once, wait for some");

    private final List<Limit> limits;
    private final FairShare<TenantId> places;
    private final FairShare<InetAddress> lookups = new FairShare<>(LOOKUPS_AT_ONCE, 1);

    Limits(HttpSettings settings, LongSupplier nanoTime) {
        this.limits =
                List.of(
                        new Limit("key", Rate.of(settings.keyRate()), nanoTime),
                        new Limit("tenant", Rate.of(settings.tenantRate()), nanoTime),
                        new Limit("lease", Rate.of(settings.leaseRate()), nanoTime));
        this.places = new FairShare<>(settings.maxConcurrent(), 1);
    }

    private static final class Limit {
        private final String name;
        private final Rate rate;
        private final RateLimiter<Object> limiter;

        Limit(String name, Rate rate, LongSupplier nanoTime) {
            this.name = name;
            this.rate = rate;
            this.limiter = new RateLimiter<>(MOST_REMEMBERED, nanoTime);
        }

        @Nullable Object subject(Exchange exchange, Caller caller) {
            return switch (name) {
                case "key" -> caller.key();
                case "tenant" -> caller.tenant();
                default -> leaseIn(exchange, caller.tenant());
            };
        }
    }

    /** A lease of a tenant, as the path names it. */
    private record NamedLease(TenantId tenant, String id) {}

    private static @Nullable NamedLease leaseIn(Exchange exchange, TenantId tenant) {
        String id = exchange.ctx().pathParam("id");
        return id != null && exchange.ctx().path().startsWith("/v1/leases/")
                ? new NamedLease(tenant, id)
                : null;
    }

    /**
     * Does what a caller asks for.
     *
     * @throws RefusedException with {@code rate-limited} if the key, its tenant or the lease is
     *     asked for too often, or the tenant has too much under way
     */
    HttpResponse within(Exchange exchange, Caller caller, Supplier<HttpResponse> operation) {
        count(exchange, caller);
        if (!places.enter(caller.tenant())) {
            throw new RefusedException(BUSY);
        }
        try {
            return operation.get();
        } finally {
            places.leave(caller.tenant());
        }
    }

    // The limits are asked in one order, and what one of them refuses the later ones do not count.
    private void count(Exchange exchange, Caller caller) {
        Told told = null;
        for (Limit limit : limits) {
            Object subject = limit.subject(exchange, caller);
            if (subject == null) {
                continue;
            }
            Told next = new Told(limit.name, limit.limiter.take(subject, limit.rate));
            if (!next.allowance.isGranted()) {
                next.tell(exchange.ctx());
                throw new RefusedException(next.problem());
            }
            told = told == null || next.isTighterThan(told) ? next : told;
        }
        if (told != null) {
            told.tell(exchange.ctx());
        }
    }

    /** What a limit said. */
    private record Told(String name, Allowance allowance) {
        boolean isTighterThan(Told other) {
            return share() < other.share();
        }

        private double share() {
            return (double) allowance.remaining() / allowance.rate().burst();
        }

        Problem problem() {
            return Problem.of(
                    ProblemType.RATE_LIMITED,
                    "this %s asks more than %d times a second; wait as long as Retry-After says"
                            .formatted(name, allowance.rate().perSecond()));
        }

        void tell(ServiceRequestContext ctx) {
            Rate rate = allowance.rate();
            int missing = rate.burst() - allowance.remaining();
            int reset = (missing + rate.perSecond() - 1) / rate.perSecond();
            int window = (rate.burst() + rate.perSecond() - 1) / rate.perSecond();
            ctx.setAdditionalResponseHeader(
                    "ratelimit-policy", "\"%s\";q=%d;w=%d".formatted(name, rate.burst(), window));
            ctx.setAdditionalResponseHeader(
                    "ratelimit", "\"%s\";r=%d;t=%d".formatted(name, allowance.remaining(), reset));
        }
    }

    /**
     * Looks up a key that is not remembered, at most a few at once and few for one address: each
     * costs the database a question, whoever asks.
     */
    <T> T lookUp(InetAddress from, Supplier<T> lookUp) {
        if (!lookups.enter(from)) {
            throw new RefusedException(BUSY);
        }
        try {
            return lookUp.get();
        } finally {
            lookups.leave(from);
        }
    }
}
