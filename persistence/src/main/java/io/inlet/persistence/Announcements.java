package io.inlet.persistence;

import io.inlet.feed.EventId;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.feed.Publication;
import io.inlet.feed.Revised;
import io.inlet.id.Uuid7;
import io.inlet.intake.Owner;
import io.inlet.intake.QuarantineReason;
import io.inlet.intake.Submission;
import io.inlet.lease.LeaseId;
import io.inlet.sms.BindId;
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
    private final List<Publication> events = new ArrayList<>();
    private final List<FeedTable.Row> rows = new ArrayList<>();

    Announcements(FeedHeads heads, Instant now) {
        this.heads = heads;
        this.now = now;
        this.today = PgTime.utcDay(now);
    }

    /** Tells of what the commit stores. */
    void tell(Telling telling) {
        switch (telling) {
            case Birth birth -> tell(birth);
            case RawArrival frame -> tell(frame);
            case Revision revision -> tell(revision);
        }
    }

    /** Tells of a message. What is withheld is not told: its lessee must not learn of it yet. */
    private void tell(Birth birth) {
        MessageId id = birth.draft().id();
        switch (birth.owner()) {
            case Owner.Lessee lessee -> {
                if (birth.status() != MessageStatus.WITHHELD) {
                    var about = new About(lessee.lease(), id, FIRST_VERSION, null);
                    FeedEntry entry = entry(lessee.tenant(), type(birth), about);
                    add(new Publication(entry, birth.message(lessee)));
                }
            }
            case Owner.Nobody nobody -> {
                var about = new About(null, id, FIRST_VERSION, null);
                quarantined(nobody.reason(), birth.newborn().bind(), about);
            }
        }
    }

    /** Tells of a frame kept raw. */
    private void tell(RawArrival frame) {
        Submission.Raw raw = frame.submission();
        var about = new About(null, raw.id(), NO_VERSION, null);
        quarantined(raw.reason(), raw.arrival().origin().bind(), about);
    }

    List<Publication> events() {
        return events;
    }

    /** The same events as the feed keeps them. */
    List<FeedTable.Row> rows() {
        return rows;
    }

    private static EventType type(Birth birth) {
        return birth.draft().hasCode() ? EventType.CODE_RECEIVED : EventType.MESSAGE_RECEIVED;
    }

    // A message that is withheld has no event, so nobody waits for its later ones.
    private void tell(Revision revision) {
        Former former = revision.former();
        if (revision.isTold()) {
            var about =
                    new About(former.lease(), former.id(), revision.version(), revision.revised());
            FeedEntry entry = entry(former.tenant(), EventType.MESSAGE_REVISED, about);
            add(new Publication(entry, revision.message()));
        }
    }

    private void quarantined(QuarantineReason reason, BindId bind, About about) {
        FeedEntry entry = entry(Tenant.SYSTEM, EventType.MESSAGE_QUARANTINED, about);
        events.add(Publication.of(entry));
        rows.add(new FeedTable.Row(entry, bind, Codes.of(reason)));
    }

    private void add(Publication event) {
        events.add(event);
        rows.add(new FeedTable.Row(event.entry(), null, null));
    }

    private FeedEntry entry(TenantId tenant, EventType type, About about) {
        return new FeedEntry(
                new EventId(Uuid7.mint(now)),
                heads.next(tenant, today),
                type,
                now,
                about.lease,
                about.message,
                about.version,
                about.revised);
    }

    private record About(
            @Nullable LeaseId lease, MessageId message, int version, @Nullable Revised revised) {}
}
