package io.inlet.persistence;

import io.inlet.intake.Disposition;
import io.inlet.intake.Draft;
import io.inlet.intake.Owner;
import io.inlet.seal.ContentCodec;
import io.inlet.seal.Seal;
import io.inlet.sms.Message;
import io.inlet.sms.MessageStatus;
import io.inlet.sms.Msisdn;
import io.inlet.sms.Octets;
import io.inlet.tenant.TenantId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A message as it will be stored.
 *
 * @param newborn the message, as it is for anybody
 * @param draft what its owner reads
 * @param owner whose it is
 * @param contenders the tenants whose leases it missed, and a change of which might make it theirs
 * @param sealed its content under the owner's key
 */
record Birth(Newborn newborn, Draft draft, Owner owner, Set<TenantId> contenders, Octets sealed)
        implements Telling {
    private static final int FIRST_VERSION = 1;

    /** Seals a message for its owner. */
    static Birth of(Newborn newborn, Draft draft, Owner owner, Set<TenantId> contenders) {
        byte[] content = ContentCodec.encode(draft.content());
        UUID row = draft.id().uuid();
        Octets sealed = Seal.seal(owner.key(), row, FIRST_VERSION, content);
        return new Birth(newborn, draft, owner, contenders, sealed);
    }

    /** Whose leases must not change while it is judged. */
    Set<TenantId> tenants() {
        Set<TenantId> tenants = new HashSet<>(contenders);
        tenants.add(owner.tenant());
        return tenants;
    }

    @Override
    public int place() {
        return newborn.place();
    }

    UUID id() {
        return draft.id().uuid();
    }

    MessageStatus status() {
        return switch (owner) {
            case Owner.Lessee lessee -> lessee.bornAs();
            case Owner.Nobody _ -> MessageStatus.QUARANTINED;
        };
    }

    /** The message as its lessee reads it from now on. */
    Message message(Owner.Lessee lessee) {
        return new Message(
                draft.id(),
                lessee.lease(),
                new Msisdn(newborn.claims().getFirst().destination()),
                lessee.routingTag(),
                draft.content(),
                PgTime.floor(draft.times()),
                status(),
                draft.segments(),
                newborn.deliveries(),
                FIRST_VERSION,
                newborn.simulated());
    }

    Disposition disposition() {
        return switch (owner) {
            case Owner.Lessee _ -> new Disposition.Stored(draft.id());
            case Owner.Nobody nobody -> new Disposition.Quarantined(draft.id(), nobody.reason());
        };
    }
}
