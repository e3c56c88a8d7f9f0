package io.inlet.lease;

import io.inlet.consent.ConsentId;
import io.inlet.number.LineType;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.ProfileId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant asks for.
 *
 * @param wanted which number
 * @param ttl how long, 10 minutes to 180 days
 * @param purpose what for
 * @param justification why; must not be blank for a live tenant
 * @param profile for whom; needed, and verified, for a live tenant
 * @param consent the right to receive; needed for a live tenant
 * @param routingTag copied to each message, or null
 */
public record LeaseRequest(
        Wanted wanted,
        Duration ttl,
        Purpose purpose,
        String justification,
        @Nullable ProfileId profile,
        @Nullable ConsentId consent,
        @Nullable String routingTag) {

    /**
     * Which number: each criterion that is null fits any.
     *
     * @param msisdn this very number
     * @param country ISO 3166-1 alpha-2, upper case
     * @param lineType this kind of line
     */
    public record Wanted(
            @Nullable Msisdn msisdn, @Nullable String country, @Nullable LineType lineType) {
        /** Any number will do. */
        public static final Wanted ANY = new Wanted(null, null, null);
    }
}
