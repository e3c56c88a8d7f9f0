package io.inlet.persistence;

import io.inlet.intake.Disposition;
import io.inlet.intake.Owner;
import io.inlet.seal.ContentCodec;
import io.inlet.seal.Seal;
import io.inlet.sms.MessageStatus;
import io.inlet.sms.Octets;
import java.util.UUID;

/**
 * A message as it will be stored.
 *
 * @param newborn the message
 * @param owner whose it is
 * @param sealed its content under the owner's key
 */
record Birth(Newborn newborn, Owner owner, Octets sealed) {
    private static final int FIRST_VERSION = 1;

    /** Seals a message for its owner. */
    static Birth of(Newborn newborn, Owner owner) {
        byte[] content = ContentCodec.encode(newborn.draft().content());
        UUID row = newborn.draft().id().uuid();
        return new Birth(newborn, owner, Seal.seal(owner.key(), row, FIRST_VERSION, content));
    }

    int place() {
        return newborn.place();
    }

    UUID id() {
        return newborn.draft().id().uuid();
    }

    MessageStatus status() {
        return switch (owner) {
            case Owner.Lessee lessee -> lessee.bornAs();
            case Owner.Nobody _ -> MessageStatus.QUARANTINED;
        };
    }

    Disposition disposition() {
        return switch (owner) {
            case Owner.Lessee _ -> new Disposition.Stored(newborn.draft().id());
            case Owner.Nobody nobody ->
                    new Disposition.Quarantined(newborn.draft().id(), nobody.reason());
        };
    }
}
