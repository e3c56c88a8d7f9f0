package io.inlet.persistence;

import io.inlet.feed.Revised;
import io.inlet.intake.Disposition;
import io.inlet.intake.Draft;
import io.inlet.intake.Owner;
import io.inlet.lease.LeaseId;
import io.inlet.seal.ContentCodec;
import io.inlet.seal.Seal;
import io.inlet.sms.Message;
import io.inlet.sms.MessageStatus;
import io.inlet.sms.Octets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The next version of a message that stands in the database. Its owner stays who it is.
 *
 * @param former the version that it takes the place of
 * @param next what it will be
 * @param revised why
 * @param silent whether its lessee is not told, since the lease is suspended
 * @param sealed its content, under the key of the versions before it
 */
record Revision(Former former, Newborn next, Revised revised, boolean silent, Octets sealed)
        implements Telling {
    /** Seals a version. */
    static Revision of(Former former, Newborn next, Revised revised) {
        byte[] content = ContentCodec.encode(next.draft().content());
        Octets sealed =
                Seal.seal(former.key().get(), former.id().uuid(), former.version() + 1, content);
        return new Revision(former, next, revised, false, sealed);
    }

    /** Whether a message with these parts still belongs to whom it was told. */
    static boolean fits(Former former, Owner owner) {
        return former.lease() == null
                || (owner instanceof Owner.Lessee its && its.lease().equals(former.lease()));
    }

    /** Whether its lessee is among those that are suspended. */
    boolean isIn(Set<UUID> suspended) {
        LeaseId lease = former.lease();
        return lease != null && suspended.contains(lease.uuid());
    }

    /** As it is if those leases are suspended. */
    Revision silentIn(Set<UUID> suspended) {
        return new Revision(former, next, revised, isIn(suspended), sealed);
    }

    /** Its status, which no revision changes: what a message became it stays. */
    MessageStatus status() {
        return former.status();
    }

    /** Whether its lessee learns of it; of what is withheld there was no event before. */
    boolean isTold() {
        return !silent && status() != MessageStatus.WITHHELD;
    }

    @Override
    public int place() {
        return next.place();
    }

    int version() {
        return former.version() + 1;
    }

    int deliveries() {
        return Math.max(former.deliveries(), next.deliveries());
    }

    // A nobody's message stays what it was taken for.
    boolean simulated() {
        return former.simulated() || (former.lease() != null && next.simulated());
    }

    /** The message as its lessee reads it from now on, or null if it has none. */
    @Nullable Message message() {
        LeaseId lease = former.lease();
        Draft draft = next.draft();
        return lease == null
                ? null
                : new Message(
                        former.id(),
                        lease,
                        Objects.requireNonNull(former.number()),
                        former.routingTag(),
                        draft.content(),
                        PgTime.floor(draft.times()),
                        status(),
                        draft.segments(),
                        deliveries(),
                        version(),
                        simulated());
    }

    Disposition disposition() {
        return former.lease() == null
                ? new Disposition.Quarantined(former.id(), former.reason())
                : new Disposition.Stored(former.id());
    }
}
