package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.LEASE;
import static io.inlet.persistence.jooq.Tables.OPT_OUT;

import io.inlet.consent.ConsentId;
import io.inlet.consent.ConsentRecord;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.intake.KeyedHash;
import io.inlet.lease.LeaseId;
import io.inlet.persistence.HoldKeeper.Changes;
import io.inlet.sms.MessageId;
import io.inlet.sms.Sender;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Withdraws the consent of whoever sent an opt-out keyword, if it is his own; else tells that it
 * was ignored. For one thread.
 */
final class OptOutFollowing {
    private static final int AT_ONCE = 50;

    private final Changes changes;
    private final InstantSource clock;
    private final ContentKeys keys;
    private final KeyedHash hash;
    private final MessageRows messages;

    OptOutFollowing(Changes changes, HoldKeeper.Ground ground) {
        this.changes = changes;
        this.clock = ground.clock();
        this.keys = ground.contentKeys();
        this.hash = new KeyedHash(ground.keys().hashKey());
        this.messages = new MessageRows(ground.database());
    }

    /** An opt-out to be judged, and what its lease stands on. */
    private record Open(UUID message, TenantId tenant, LeaseId lease, @Nullable UUID consent) {}

    void follow() {
        for (Open open : open()) {
            Sender sender = sender(open);
            changes.make(dsl -> judge(dsl, open, sender));
        }
    }

    private List<Open> open() {
        return changes.database()
                .dsl()
                .select(OPT_OUT.MESSAGE_ID, OPT_OUT.TENANT_ID, OPT_OUT.LEASE_ID, LEASE.CONSENT_ID)
                .from(OPT_OUT)
                .leftJoin(LEASE)
                .on(LEASE.LEASE_ID.eq(OPT_OUT.LEASE_ID))
                .where(OPT_OUT.DONE_AT.isNull())
                .orderBy(OPT_OUT.NOTED_AT)
                .limit(AT_ONCE)
                .fetch(row ->
                        new Open(
                                row.value1(),
                                new TenantId(row.value2()),
                                new LeaseId(row.value3()),
                                row.value4()));
    }

    // None if it was purged meanwhile.
    private @Nullable Sender sender(Open open) {
        var wanted =
                new MessageRows.Wanted(
                        open.tenant(), open.lease(), List.of(new MessageId(open.message())));
        List<MessageRow> found = messages.read(List.of(wanted)).getFirst();
        return found.isEmpty() ? null : found.getFirst().open(keys).content().sender();
    }

    private @Nullable FeedEntry judge(DSLContext dsl, Open open, @Nullable Sender sender) {
        Instant now = PgTime.floor(clock.instant());
        UUID id = open.consent();
        ConsentId consentId = id == null ? null : new ConsentId(id);
        ConsentRecord consent =
                consentId == null ? null : ConsentTable.lock(dsl, open.tenant(), consentId);
        boolean isOwn = consent != null && sender != null && isSubject(sender, consent);
        if (!close(dsl, open, isOwn ? "withdrawn" : "ignored", now)) {
            return null;
        }
        if (isOwn && consent != null) {
            if (consent.withdrawnAt() == null) {
                ConsentTable.withdraw(dsl, open.tenant(), consent.id(), now);
            }
            return null;
        }
        String detail = consentId == null ? "no consent" : consentId.toString();
        return FeedWriter.lock(dsl, open.tenant())
                .append(EventType.CONSENT_OPT_OUT_IGNORED, open.lease(), detail, now);
    }

    // Customers write a number with the plus and without it.
    private boolean isSubject(Sender sender, ConsentRecord consent) {
        if (sender.kind() != Sender.Kind.E164) {
            return false;
        }
        String shown = sender.display();
        return hash.subject(shown).equals(consent.consent().subject())
                || hash.subject(shown.substring(1)).equals(consent.consent().subject());
    }

    // False if another gateway was first.
    private static boolean close(DSLContext dsl, Open open, String outcome, Instant now) {
        return dsl.update(OPT_OUT)
                        .set(OPT_OUT.DONE_AT, now)
                        .set(OPT_OUT.OUTCOME, outcome)
                        .where(OPT_OUT.MESSAGE_ID.eq(open.message()), OPT_OUT.DONE_AT.isNull())
                        .execute()
                == 1;
    }
}
