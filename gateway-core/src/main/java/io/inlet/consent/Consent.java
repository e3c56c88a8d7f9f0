package io.inlet.consent;

import io.inlet.lease.Purpose;
import io.inlet.sms.Octets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's consent to receive.
 *
 * @param subject HMAC of who consented, under a key outside the database
 * @param purpose what for
 * @param textVersion which wording was agreed to
 * @param method how
 * @param proof hash of the proof that the customer keeps
 * @param grantedAt since when
 * @param expiresAt until when, or null if open-ended
 */
public record Consent(
        Octets subject,
        Purpose purpose,
        String textVersion,
        ConsentMethod method,
        Octets proof,
        Instant grantedAt,
        @Nullable Instant expiresAt) {}
