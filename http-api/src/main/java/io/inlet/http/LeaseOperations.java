package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import io.inlet.feed.Cursor;
import io.inlet.feed.FeedReader;
import io.inlet.id.EnumName;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseRequest;
import io.inlet.lease.LeaseStore;
import io.inlet.lease.Leases;
import io.inlet.tenant.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leases over HTTP. Called on virtual threads; blocks on the stores. */
final class LeaseOperations {
    private static final int DEFAULT_PAGE = 50;
    private static final int MOST_PER_PAGE = 100;

    private final Leases leases;
    private final LeaseStore store;
    private final FeedReader feed;
    private final InstantSource clock;

    LeaseOperations(Leases leases, LeaseStore store, FeedReader feed, InstantSource clock) {
        this.leases = leases;
        this.store = store;
        this.feed = feed;
        this.clock = clock;
    }

    HttpResponse create(Exchange exchange, Caller caller) {
        LeaseBody body = exchange.json(LeaseBody.class);
        LeaseOutcome.Granted granted = granted(leases.create(caller, body.toRequest()));
        LeaseJson.Change change = change(granted);
        return Answers.created("/v1/leases/" + change.lease().id(), change);
    }

    HttpResponse availability(Exchange exchange, Caller caller) {
        LeaseRequest.Wanted wanted = WantedBody.of(exchange).toWanted();
        return Answers.ok(AvailabilityJson.of(leases.availability(caller, wanted)));
    }

    HttpResponse extend(Exchange exchange, Caller caller) {
        LeaseId id = exchange.pathId("lease", LeaseId::parse);
        LeaseBody.Extension body = exchange.json(LeaseBody.Extension.class);
        return Answers.ok(change(granted(leases.extend(caller, id, body.length()))));
    }

    HttpResponse release(Exchange exchange, Caller caller) {
        LeaseId id = exchange.pathId("lease", LeaseId::parse);
        exchange.expectNoBody();
        return Answers.ok(change(granted(leases.release(caller, id))));
    }

    HttpResponse read(Exchange exchange, Caller caller) {
        Lease lease = store.find(caller.tenant(), exchange.pathId("lease", LeaseId::parse));
        if (lease == null) {
            throw new RefusedException(Problem.notFound("lease"));
        }
        return Answers.ok(LeaseJson.of(lease, clock.instant()));
    }

    HttpResponse list(Exchange exchange, Caller caller) {
        int limit = exchange.number("limit", DEFAULT_PAGE, MOST_PER_PAGE);
        LeaseId after = after(exchange);
        // Read before the list: a lease made in between is told twice rather than never.
        Cursor head = feed.head(caller.tenant());
        List<Lease> found = store.list(caller.tenant(), after, limit + 1);
        List<Lease> page = found.subList(0, Math.min(limit, found.size()));
        Instant now = clock.instant();
        return Answers.ok(
                new LeaseJson.Page(
                        page.stream().map(lease -> LeaseJson.of(lease, now)).toList(),
                        found.size() > limit ? page.getLast().id().toString() : null,
                        head.text()));
    }

    private static @Nullable LeaseId after(Exchange exchange) {
        String text = exchange.parameter("after");
        try {
            return text == null ? null : LeaseId.parse(text);
        } catch (IllegalArgumentException _) {
            throw Texts.refused("after", "the id of a lease");
        }
    }

    private LeaseJson.Change change(LeaseOutcome.Granted granted) {
        return LeaseJson.Change.of(granted.lease(), granted.cursor(), clock.instant());
    }

    /** What was granted; refuses otherwise. */
    static LeaseOutcome.Granted granted(LeaseOutcome outcome) {
        return switch (outcome) {
            case LeaseOutcome.Granted granted -> granted;
            case LeaseOutcome.NoNumberAvailable(var alternatives) ->
                    throw new RefusedException(
                            new Problem(
                                    ProblemType.NO_NUMBER_AVAILABLE,
                                    alternatives.isEmpty()
                                            ? "ask for less, or try again later"
                                            : "leave out one of what alternatives name, or try"
                                                    + " again later",
                                    new Problem.Alternatives(alternatives)));
            case LeaseOutcome.TenantHeld(var standing) -> throw Held.refused(standing);
            case LeaseOutcome.TenantNotVerified _ ->
                    throw refused(
                            ProblemType.TENANT_NOT_VERIFIED,
                            "have the operators verify the tenant's legal entity");
            case LeaseOutcome.PurposeNotAllowed(var purpose) ->
                    throw refused(
                            ProblemType.PURPOSE_NOT_ALLOWED,
                            "the tenant may not lease numbers for " + EnumName.of(purpose));
            case LeaseOutcome.OptInMissing _ ->
                    throw refused(
                            ProblemType.OPT_IN_MISSING,
                            "give the consentId of a consent that the person opted in to");
            case LeaseOutcome.ProfileNotVerified _ ->
                    throw refused(
                            ProblemType.PROFILE_NOT_VERIFIED,
                            "give the profileId of a verified profile of this tenant");
            case LeaseOutcome.ConsentMissing _ ->
                    throw refused(
                            ProblemType.CONSENT_MISSING,
                            "give the consentId of a consent for this purpose that is valid now");
            case LeaseOutcome.JustificationMissing _ ->
                    throw refused(ProblemType.JUSTIFICATION_MISSING, "say why in justification");
            case LeaseOutcome.NotFound _ -> throw new RefusedException(Problem.notFound("lease"));
            case LeaseOutcome.DurationNotAllowed(var shortest, var longest) ->
                    throw new RefusedException(
                            new Problem(
                                    ProblemType.DURATION_NOT_ALLOWED,
                                    "a lease may run that long in all, extensions included",
                                    new Problem.Allowed(shortest, longest)));
            case LeaseOutcome.WrongState(var state) ->
                    throw new RefusedException(Problem.inState(state));
        };
    }

    private static RefusedException refused(ProblemType type, String detail) {
        return new RefusedException(Problem.of(type, detail));
    }
}
