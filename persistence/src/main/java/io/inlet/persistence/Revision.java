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
 * @param status its status from now on
 * @param sealed its content, under the key of the versions before it
 */
record Revision(Former former, Newborn next, Revised revised, MessageStatus status, Octets sealed)
        implements Telling {
    /** Seals a version. */
    static Revision of(Former former, Newborn next, Revised revised) {
        byte[] content = ContentCodec.encode(next.draft().content());
        Octets sealed = Seal.seal(former.key(), former.id().uuid(), former.version() + 1, content);
        return new Revision(former, next, revised, former.status(), sealed);
    }

    /** Whether a message with these parts still belongs to whom it was told. */
    static boolean fits(Former former, Owner owner) {
        return former.lease() == null
                || (owner instanceof Owner.Lessee its && its.lease().equals(former.lease()));
    }

    /** As it is if the lease is as the owner says. */
    Revision as(Owner owner) {
        return withheld(
                owner instanceof Owner.Lessee lessee && lessee.bornAs() == MessageStatus.WITHHELD);
    }

    /** As it is if those leases are suspended. */
    Revision withheldIn(Set<UUID> suspended) {
        LeaseId lease = former.lease();
        return withheld(lease != null && suspended.contains(lease.uuid()));
    }

    // A suspended lease shows nothing.
    private Revision withheld(boolean withheld) {
        MessageStatus now = withheld ? MessageStatus.WITHHELD : former.status();
        return new Revision(former, next, revised, now, sealed);
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
                        status,
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
