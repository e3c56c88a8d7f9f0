package io.inlet.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A consent as it is kept.
 *
 * @param id its id
 * @param consent what was recorded
 * @param withdrawnAt since when it is withdrawn, or null
 */
public record ConsentRecord(ConsentId id, Consent consent, @Nullable Instant withdrawnAt) {
    /** Whether it allows to receive at an instant. */
    public boolean isValidAt(Instant at) {
        Instant expiresAt = consent.expiresAt();
        return !at.isBefore(consent.grantedAt())
                && (expiresAt == null || at.isBefore(expiresAt))
                && (withdrawnAt == null || at.isBefore(withdrawnAt));
    }
}
