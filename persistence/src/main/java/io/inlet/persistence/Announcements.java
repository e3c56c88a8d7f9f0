package io.inlet.persistence;

import io.inlet.feed.EventId;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.id.Uuid7;
import io.inlet.intake.Owner;
import io.inlet.lease.LeaseId;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageStatus;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of one commit, numbered in the order in which they are told. For one thread, once. */
final class Announcements {
    private static final int FIRST_VERSION = 1;

    /** A frame kept raw has an id and no versions. */
    private static final int NO_VERSION = 0;

    private final FeedHeads heads;
    private final Instant now;
    private final LocalDate today;
    private final List<FeedEntry> entries = new ArrayList<>();

    Announcements(FeedHeads heads, Instant now) {
        this.heads = heads;
        this.now = now;
        this.today = PgTime.utcDay(now);
    }

    /** Tells of a message. What is withheld is not told: its lessee must not learn of it yet. */
    void tell(Birth birth) {
        MessageId message = birth.newborn().draft().id();
        switch (birth.owner()) {
            case Owner.Lessee lessee -> {
                if (birth.status() != MessageStatus.WITHHELD) {
                    add(lessee.tenant(), type(birth), lessee.lease(), message, FIRST_VERSION);
                }
            }
            case Owner.Nobody nobody ->
                    add(
                            nobody.tenant(),
                            EventType.MESSAGE_QUARANTINED,
                            null,
                            message,
                            FIRST_VERSION);
        }
    }

    /** Tells of a frame kept raw. */
    void tell(RawArrival frame) {
        add(
                Tenant.SYSTEM,
                EventType.MESSAGE_QUARANTINED,
                null,
                frame.submission().id(),
                NO_VERSION);
    }

    List<FeedEntry> entries() {
        return entries;
    }

    private static EventType type(Birth birth) {
        return birth.newborn().draft().hasCode()
                ? EventType.CODE_RECEIVED
                : EventType.MESSAGE_RECEIVED;
    }

    private void add(
            TenantId tenant,
            EventType type,
            @Nullable LeaseId lease,
            MessageId message,
            int version) {
        EventId id = new EventId(Uuid7.mint(now));
        entries.add(
                new FeedEntry(id, heads.next(tenant, today), type, now, lease, message, version));
    }
}
