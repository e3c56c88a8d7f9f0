package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.util.TimeoutMode;
import io.inlet.abuse.FairShare;
import io.inlet.feed.CodeWait;
import io.inlet.feed.CodeWaitRequest;
import io.inlet.feed.CodeWaits;
import io.inlet.feed.Cursor;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.feed.FeedQuery;
import io.inlet.feed.WaitOutcome;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.LeaseState;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.tenant.Caller;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages over HTTP: listed, or waited for. Called on virtual threads; blocks on the stores. */
final class MessageOperations {
    private static final int DEFAULT_PAGE = 50;
    private static final int MOST_PER_PAGE = 100;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);
    private static final Set<EventType> TYPES =
            Set.of(EventType.MESSAGE_RECEIVED, EventType.CODE_RECEIVED, EventType.MESSAGE_REVISED);

    /** How many times what is free a tenant may wait. */
    private static final int TIMES_FREE = 4;

    private final CodeWaits.Ports ports;
    private final CodeWaits waits;
    private final FairShare<TenantId> places;
    private final InstantSource clock;

    MessageOperations(CodeWaits.Ports ports, CodeWaits waits, int mostWaits, InstantSource clock) {
        this.ports = ports;
        this.waits = waits;
        this.places = new FairShare<>(mostWaits, TIMES_FREE);
        this.clock = clock;
    }

    HttpResponse list(Exchange exchange, Caller caller) {
        int limit = exchange.number("limit", DEFAULT_PAGE, MOST_PER_PAGE);
        Cursor given = after(exchange, caller);
        Lease lease = readable(caller, exchange.pathId("lease", LeaseId::parse));
        Cursor from = given != null ? given : beginning(lease);
        List<FeedEntry> entries =
                ports.feed().read(new FeedQuery(from, lease.id(), TYPES, limit + 1));
        boolean hasMore = entries.size() > limit;
        List<FeedEntry> page = entries.subList(0, Math.min(limit, entries.size()));
        List<Message> messages = messages(lease, page);
        ports.messages().delivered(messages.stream().map(Message::id).toList());
        return Answers.ok(
                new MessageJson.Page(
                        messages.stream().map(MessageJson::of).toList(),
                        hasMore,
                        (page.isEmpty() ? from : page.getLast().cursor()).text()));
    }

    HttpResponse waitForCode(Exchange exchange, Caller caller) {
        Duration timeout = timeout(exchange.parameter("timeout"));
        LeaseId lease = exchange.pathId("lease", LeaseId::parse);
        Cursor after = after(exchange, caller);
        if (!places.enter(caller.tenant())) {
            throw new RefusedException(
                    Problem.of(ProblemType.TOO_MANY_WAITS, "end some waits, or try again later"));
        }
        try {
            return waitFor(
                    exchange,
                    caller,
                    new CodeWaitRequest(
                            caller.tenant(), lease, after, exchange.arrivedAt(), timeout));
        } catch (RuntimeException e) {
            places.leave(caller.tenant());
            throw e;
        }
    }

    private HttpResponse waitFor(Exchange exchange, Caller caller, CodeWaitRequest request) {
        exchange.ctx().setRequestTimeout(TimeoutMode.EXTEND, request.timeout());
        CodeWait wait = waits.start(request);
        var _ = wait.outcome().whenComplete((_, _) -> places.leave(caller.tenant()));
        var _ = exchange.ctx().whenRequestCancelling().thenRun(wait::cancel);
        return HttpResponse.of(wait.outcome().thenApply(this::answer));
    }

    private HttpResponse answer(WaitOutcome outcome) {
        return switch (outcome) {
            case WaitOutcome.Received(var message, var cursor) -> {
                ports.messages().delivered(List.of(message.id()));
                yield wait("received", MessageJson.of(message), cursor);
            }
            case WaitOutcome.TimedOut(var cursor) -> wait("timed_out", null, cursor);
            case WaitOutcome.Ended(var cursor) -> wait("ended", null, cursor);
            case WaitOutcome.NotFound _ -> throw new RefusedException(Problem.notFound("lease"));
        };
    }

    private static HttpResponse wait(String status, @Nullable MessageJson message, Cursor cursor) {
        return Answers.ok(new MessageJson.Wait(status, message, cursor.text()));
    }

    /** Each message once, as it is now, where it first stands on the page. */
    private List<Message> messages(Lease lease, List<FeedEntry> entries) {
        Set<MessageId> ids = new LinkedHashSet<>();
        for (FeedEntry entry : entries) {
            if (entry.message() != null) {
                ids.add(entry.message());
            }
        }
        return ids.isEmpty()
                ? List.of()
                : ports.messages().read(lease.tenant(), lease.id(), List.copyOf(ids));
    }

    private Lease readable(Caller caller, LeaseId id) {
        Lease lease = ports.leases().find(caller.tenant(), id);
        if (lease == null) {
            throw new RefusedException(Problem.notFound("lease"));
        }
        LeaseState state = lease.stateAt(clock.instant());
        return switch (state) {
            case RESERVED, ACTIVE, GRACE -> lease;
            case SUSPENDED -> throw new RefusedException(Problem.inState(state));
            case PURGED ->
                    throw new RefusedException(
                            Problem.of(
                                    ProblemType.LEASE_PURGED,
                                    "messages can be read until the lease's graceEndsAt"));
        };
    }

    /** A place before all of a lease's events; a day earlier, for clocks that do not agree. */
    private static Cursor beginning(Lease lease) {
        return new Cursor(
                lease.tenant(),
                lease.terms().createdAt().atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1),
                0);
    }

    private @Nullable Cursor after(Exchange exchange, Caller caller) {
        String text = exchange.parameter("after");
        return text == null ? null : Cursors.read(text, caller.tenant());
    }

    private static Duration timeout(@Nullable String text) {
        Duration timeout = text == null ? DEFAULT_TIMEOUT : DurationText.parse(text);
        if (timeout == null || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw Texts.refused("timeout", "0s to 60s");
        }
        return timeout;
    }
}
