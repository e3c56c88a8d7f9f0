package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import io.inlet.feed.Cursor;
import io.inlet.feed.FeedReader;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseState;
import io.inlet.lease.LeaseStore;
import io.inlet.sandbox.Sandbox;
import io.inlet.sandbox.SandboxMessage;
import io.inlet.sandbox.SendOutcome;
import io.inlet.tenant.Caller;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox over HTTP. For a live tenant none of it exists, whatever it sends. Called on virtual
 * threads; blocks on the stores.
 */
final class SandboxOperations {
    private final @Nullable Sandbox sandbox;
    private final LeaseStore leases;
    private final FeedReader feed;
    private final InstantSource clock;

    SandboxOperations(ConsumerServer.Parts parts) {
        this.sandbox = parts.sandbox();
        this.leases = parts.ports().leases();
        this.feed = parts.ports().feed();
        this.clock = parts.clock();
    }

    HttpResponse send(Exchange exchange, Caller caller) {
        Sandbox open = sandboxOf(caller);
        SandboxBody body = exchange.json(SandboxBody.class);
        Lease lease = recipient(open, body, caller);
        SandboxMessage message = body.toMessage(lease.msisdn());
        // Read before it is sent: what comes of it comes after this place.
        Cursor before = feed.head(caller.tenant());
        Instant now = clock.instant();
        return switch (open.send(caller, message)) {
            case SendOutcome.Sent sent ->
                    Answers.json(
                            HttpStatus.ACCEPTED,
                            new SandboxJson(
                                    lease.id().toString(),
                                    lease.msisdn().e164(),
                                    message.from(),
                                    sent.alphabet(),
                                    sent.parts(),
                                    sent.order(),
                                    Timestamps.text(now.plus(message.faults().delay())),
                                    before.text()));
            case SendOutcome.Unfit(var field, var expected) -> throw Texts.refused(field, expected);
            case SendOutcome.TooMany(var perMinute) ->
                    throw tooMany("send at most " + perMinute + " messages a minute");
            case SendOutcome.Congested _ ->
                    throw tooMany("wait until the messages that were sent have come");
        };
    }

    HttpResponse advance(Exchange exchange, Caller caller) {
        Sandbox open = sandboxOf(caller);
        LeaseId id = exchange.pathId("lease", LeaseId::parse);
        SandboxBody.Advance body = exchange.json(SandboxBody.Advance.class);
        LeaseOutcome.Granted granted =
                LeaseOperations.granted(open.advance(caller, id, body.length()));
        return Answers.ok(LeaseJson.Change.of(granted.lease(), granted.cursor(), clock.instant()));
    }

    // As if there were no such path: a live tenant does not learn of it.
    private Sandbox sandboxOf(Caller caller) {
        if (!Sandbox.isFor(caller)) {
            throw new RefusedException(
                    Problem.of(ProblemType.NOT_FOUND, "there is nothing at this path"));
        }
        if (sandbox == null) {
            throw new RefusedException(
                    Problem.of(
                            ProblemType.NOT_FOUND,
                            "this gateway keeps no sandbox; its operator can set sandbox.enabled"));
        }
        return sandbox;
    }

    private Lease recipient(Sandbox open, SandboxBody body, Caller caller) {
        body.expectOneRecipient();
        LeaseId id = body.lease();
        Lease lease =
                id == null
                        ? open.latest(caller.tenant(), body.msisdn())
                        : leases.find(caller.tenant(), id);
        if (lease == null) {
            throw new RefusedException(Problem.notFound("lease"));
        }
        // From here on its number may be another's.
        if (lease.stateAt(clock.instant()) == LeaseState.PURGED) {
            throw new RefusedException(
                    Problem.of(
                            ProblemType.LEASE_PURGED,
                            "messages can be sent until the lease's graceEndsAt"));
        }
        return lease;
    }

    private static RefusedException tooMany(String detail) {
        return new RefusedException(Problem.of(ProblemType.TOO_MANY_MESSAGES, detail));
    }
}
