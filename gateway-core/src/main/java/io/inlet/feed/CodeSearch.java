package io.inlet.feed;

import io.inlet.lease.Lease;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks in the database for the first code after a place, and knows how far it has seen. Owned by
 * the reader of one wait; calls block.
 */
final class CodeSearch {
    private static final Set<EventType> TYPES =
            Set.of(EventType.CODE_RECEIVED, EventType.MESSAGE_REVISED, EventType.LEASE_RELEASED);

    /**
     * Nearly always the first is the one. A reader that is behind must not cost more than others.
     */
    private static final int PAGE = 4;

    private final FeedReader feed;
    private final MessageReader messages;
    private final CodeWaitRequest request;

    private @Nullable Lease lease;
    private @Nullable Cursor began;
    private @Nullable Cursor seen;

    CodeSearch(FeedReader feed, MessageReader messages, CodeWaitRequest request) {
        this.feed = feed;
        this.messages = messages;
        this.request = request;
    }

    /** The lease as the last look saw it; null if there is none, or nobody looked yet. */
    @Nullable Lease lease() {
        return lease;
    }

    /** Where the search began; null before the first look. */
    @Nullable Cursor began() {
        return began;
    }

    /** Up to where the last look saw everything; null before the first look. */
    @Nullable Cursor seen() {
        return seen;
    }

    /** The first code that was not seen yet, else the end of the lease, else null. */
    @Nullable WaitOutcome look() {
        Cursor last = seen;
        Instant since = last == null && request.after() == null ? request.arrivedAt() : null;
        Cursor from = last == null ? start() : last;
        FeedLook look = look(from, since);
        begin(look);
        Cursor head = later(from, look.head());
        WaitOutcome end = null;
        while (true) {
            WaitOutcome found = judge(look.entries());
            if (found instanceof WaitOutcome.Received) {
                return found;
            }
            end = found != null ? found : end;
            if (look.entries().size() < PAGE) {
                // What later pages saw beyond it may be less than all.
                seen = head;
                return end;
            }
            look = look(look.entries().getLast().cursor(), since);
        }
    }

    private FeedLook look(Cursor from, @Nullable Instant since) {
        FeedLook look = feed.look(new FeedQuery(from, since, request.lease(), TYPES, PAGE));
        lease = look.lease();
        return look;
    }

    private void begin(FeedLook first) {
        if (began == null) {
            Cursor after = request.after();
            began = after == null ? first.head() : after;
        }
    }

    // A wait without a cursor starts when its request arrived, so what came between then and the
    // first look is found by its instant; from the day before, for clocks that do not agree.
    private Cursor start() {
        Cursor after = request.after();
        if (after != null) {
            return after;
        }
        LocalDate today = request.arrivedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return new Cursor(request.tenant(), today.minusDays(1), 0);
    }

    private static Cursor later(Cursor one, Cursor other) {
        return other.sequence() > one.sequence() ? other : one;
    }

    /** A code wins over a release before it: a last part may complete a message in grace. */
    private @Nullable WaitOutcome judge(List<FeedEntry> entries) {
        WaitOutcome end = null;
        for (FeedEntry entry : entries) {
            if (entry.type() == EventType.LEASE_RELEASED) {
                end = new WaitOutcome.Ended(Objects.requireNonNull(began));
            } else if (entry.message() != null && entry.bringsCode()) {
                Message message = read(entry.message(), entry.version());
                if (message != null && message.content().reading().code() != null) {
                    return new WaitOutcome.Received(message, entry.cursor());
                }
            }
        }
        return end;
    }

    // The version that the event tells of, as who hears it live is answered: a later one has an
    // event of its own, and its code must not be answered twice.
    private @Nullable Message read(MessageId message, int version) {
        return messages.read(request.tenant(), request.lease(), message, version);
    }
}
