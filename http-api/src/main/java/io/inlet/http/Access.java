package io.inlet.http;

import io.inlet.sms.Octets;
import io.inlet.tenant.AccessStore;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Caller;
import io.inlet.tenant.KeyId;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells who calls. A key found valid is remembered for a moment, since a reader that waits for
 * codes presents the same key thousands of times a second. Any virtual thread may call it.
 */
final class Access {
    private static final int MOST_REMEMBERED = 10_000;
    private static final Problem UNAUTHORIZED =
            Problem.of(ProblemType.UNAUTHORIZED, "send Authorization: Bearer and a valid key");

    private final ConcurrentHashMap<KeyId, Known> known = new ConcurrentHashMap<>();
    private final AccessStore store;
    private final Duration remember;
    private final InstantSource clock;
    private final Limits limits;

    private record Known(Octets hash, Caller caller, Instant until) {}

    Access(AccessStore store, Duration remember, InstantSource clock, Limits limits) {
        this.limits = limits;
        this.store = store;
        this.remember = remember;
        this.clock = clock;
    }

    /**
     * Who makes the request.
     *
     * @throws RefusedException if that cannot be told
     */
    Caller caller(Exchange exchange) {
        String token = Bearer.token(exchange.request().headers());
        ApiKey key = token == null ? null : ApiKey.parse(token);
        Caller caller = key == null ? null : authenticate(exchange, key);
        if (caller == null) {
            throw new RefusedException(UNAUTHORIZED);
        }
        return caller;
    }

    private @Nullable Caller authenticate(Exchange exchange, ApiKey key) {
        Instant now = clock.instant();
        Octets hash = key.hash();
        Known present = known.get(key.id());
        if (present != null
                && now.isBefore(present.until())
                && MessageDigest.isEqual(present.hash().array(), hash.array())) {
            return present.caller();
        }
        Caller caller =
                limits.lookUp(exchange.ctx().clientAddress(), () -> store.authenticate(key));
        if (caller != null && remember.isPositive()) {
            if (known.size() >= MOST_REMEMBERED) {
                known.clear();
            }
            known.put(key.id(), new Known(hash, caller, now.plus(remember)));
        }
        return caller;
    }
}
