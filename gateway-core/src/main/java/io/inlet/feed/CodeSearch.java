package io.inlet.feed;

import io.inlet.sms.Message;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the first code after a place. Owned by the reader of one wait; calls block on the
 * database.
 */
final class CodeSearch {
    private static final Set<EventType> TYPES =
            Set.of(EventType.CODE_RECEIVED, EventType.LEASE_RELEASED);

    /**
     * Nearly always the first is the one. A reader that is behind must not cost more than others.
     */
    private static final int PAGE = 4;

    private static final int LOOK_BACK_PAGE = 1000;

    private final CodeWaits.Ports ports;
    private final CodeWaitRequest request;
    private final Cursor cursor;

    /** What came since the arrival of the request, until it is judged. */
    private @Nullable List<FeedEntry> early;

    private CodeSearch(
            CodeWaits.Ports ports,
            CodeWaitRequest request,
            Cursor cursor,
            @Nullable List<FeedEntry> early) {
        this.ports = ports;
        this.request = request;
        this.cursor = cursor;
        this.early = early;
    }

    /**
     * Finds the place to start from. A wait without a cursor starts when its request arrived, and
     * the head is read some time after that, so what is between the two is found by its instant.
     */
    static CodeSearch begin(CodeWaits.Ports ports, CodeWaitRequest request) {
        Cursor after = request.after();
        if (after != null) {
            return new CodeSearch(ports, request, after, null);
        }
        Cursor head = ports.feed().head(request.tenant());
        return new CodeSearch(ports, request, head, sinceArrival(ports, request, head));
    }

    // By lease and from the day before, for clocks that do not agree: what the rest of the tenant
    // does in the meantime must not push the code out of sight.
    private static List<FeedEntry> sinceArrival(
            CodeWaits.Ports ports, CodeWaitRequest request, Cursor head) {
        LocalDate today = request.arrivedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        Cursor from = new Cursor(request.tenant(), today.minusDays(1), 0);
        List<FeedEntry> since = new ArrayList<>();
        List<FeedEntry> page;
        do {
            page = ports.feed().read(query(from, request, LOOK_BACK_PAGE));
            for (FeedEntry entry : page) {
                if (entry.cursor().sequence() > head.sequence()
                        || !entry.at().isBefore(request.arrivedAt())) {
                    since.add(entry);
                }
                from = entry.cursor();
            }
        } while (page.size() == LOOK_BACK_PAGE && from.sequence() < head.sequence());
        return since;
    }

    /** Where the search began. */
    Cursor cursor() {
        return cursor;
    }

    /** The first code, else the end of the lease, else null. */
    @Nullable WaitOutcome next() {
        List<FeedEntry> unjudged = early;
        if (unjudged != null) {
            early = null;
            return judge(unjudged);
        }
        Cursor from = cursor;
        WaitOutcome end = null;
        while (true) {
            List<FeedEntry> entries = ports.feed().read(query(from, request, PAGE));
            WaitOutcome found = judge(entries);
            if (found instanceof WaitOutcome.Received) {
                return found;
            }
            end = found != null ? found : end;
            if (entries.size() < PAGE) {
                return end;
            }
            from = entries.getLast().cursor();
        }
    }

    /** A code wins over a release before it: a last part may complete a message in grace. */
    private @Nullable WaitOutcome judge(List<FeedEntry> entries) {
        WaitOutcome end = null;
        for (FeedEntry entry : entries) {
            if (entry.type() == EventType.LEASE_RELEASED) {
                end = new WaitOutcome.Ended(cursor);
            } else if (entry.message() != null) {
                List<Message> message =
                        ports.messages()
                                .read(request.tenant(), request.lease(), List.of(entry.message()));
                if (!message.isEmpty() && message.getFirst().content().reading().code() != null) {
                    return new WaitOutcome.Received(message.getFirst(), entry.cursor());
                }
            }
        }
        return end;
    }

    private static FeedQuery query(Cursor after, CodeWaitRequest request, int limit) {
        return new FeedQuery(after, request.lease(), TYPES, limit);
    }
}
