package io.inlet.http;

import io.inlet.sms.Octets;
import io.inlet.tenant.AccessStore;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Caller;
import io.inlet.tenant.KeyId;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    private final ConcurrentHashMap<Presented, CompletableFuture<Optional<Caller>>> asked =
            new ConcurrentHashMap<>();
    private final AccessStore store;
    private final Duration remember;
    private final InstantSource clock;
    private final Limits limits;

    private record Known(Octets hash, Caller caller, Instant until) {}

    private record Presented(KeyId id, Octets hash) {}

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
        if (caller.standing().state().isShut()) {
            throw Held.refused(caller.standing());
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
        return lookUp(exchange, key, new Presented(key.id(), hash));
    }

    // Many requests come with one key just when it is to be looked up again: one of them asks, and
    // the others wait for its answer.
    private @Nullable Caller lookUp(Exchange exchange, ApiKey key, Presented presented) {
        CompletableFuture<Optional<Caller>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Caller>> first = asked.putIfAbsent(presented, mine);
        if (first != null) {
            return answerOf(first);
        }
        try {
            InetAddress from = exchange.ctx().clientAddress();
            Caller caller =
                    limits.lookUp(from, () -> Optional.ofNullable(store.authenticate(key)))
                            .orElse(null);
            remember(presented, caller);
            mine.complete(Optional.ofNullable(caller));
            return caller;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            asked.remove(presented, mine);
        }
    }

    private static @Nullable Caller answerOf(CompletableFuture<Optional<Caller>> first) {
        try {
            return first.join().orElse(null);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void remember(Presented presented, @Nullable Caller caller) {
        // Who is refused is looked up each time, so that it is over at once.
        boolean shut = caller != null && caller.standing().state().isShut();
        if (caller == null || shut || !remember.isPositive()) {
            return;
        }
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        Instant until = clock.instant().plus(remember);
        known.put(presented.id(), new Known(presented.hash(), caller, until));
    }
}
