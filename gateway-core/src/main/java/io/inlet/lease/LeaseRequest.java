package io.inlet.lease;

import io.inlet.consent.ConsentId;
import io.inlet.number.DigitPattern;
import io.inlet.number.LineType;
import io.inlet.number.NumberTraits;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.ProfileId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
     * @param region ISO 3166-2
     * @param areaCode the digits of the area, after the country code
     * @param lineType this kind of line
     * @param carrier the carrier's name in the configuration
     * @param pattern of the digits; begins or ends with at least 3 of them, since anything else
     *     would be looked for in the whole pool
     * @param tags the number has all of them; none fits any
     * @param residency where what arrives on it has to be kept
     */
    public record Wanted(
            @Nullable Msisdn msisdn,
            @Nullable String country,
            @Nullable String region,
            @Nullable String areaCode,
            @Nullable LineType lineType,
            @Nullable String carrier,
            @Nullable DigitPattern pattern,
            List<String> tags,
            @Nullable String residency) {
        private static final int LEAST_DIGITS = 3;

        /** Any number will do. */
        public static final Wanted ANY = new Wanted(null, null, null);

        public Wanted {
            // Checked as those of a number are.
            NumberTraits traits = new NumberTraits(region, areaCode, residency, tags);
            tags = traits.tags();
            if (pattern != null
                    && pattern.prefix().length() < LEAST_DIGITS
                    && pattern.suffix().length() < LEAST_DIGITS) {
                throw new IllegalArgumentException(
                        "pattern: expected one that begins or ends with 3 digits or more");
            }
        }

        /** The commonest criteria. */
        public Wanted(
                @Nullable Msisdn msisdn, @Nullable String country, @Nullable LineType lineType) {
            this(msisdn, country, null, null, lineType, null, null, List.of(), null);
        }

        /** What it names. */
        public Set<Criterion> criteria() {
            Set<Criterion> named = EnumSet.noneOf(Criterion.class);
            for (Criterion criterion : Criterion.values()) {
                if (!equals(without(criterion))) {
                    named.add(criterion);
                }
            }
            return named;
        }

        /** The same, whatever this criterion of the number is. */
        public Wanted without(Criterion dropped) {
            return new Wanted(
                    dropped == Criterion.NUMBER ? null : msisdn,
                    dropped == Criterion.COUNTRY ? null : country,
                    dropped == Criterion.REGION ? null : region,
                    dropped == Criterion.AREA_CODE ? null : areaCode,
                    dropped == Criterion.LINE_TYPE ? null : lineType,
                    dropped == Criterion.CARRIER ? null : carrier,
                    dropped == Criterion.PATTERN ? null : pattern,
                    dropped == Criterion.TAGS ? List.of() : tags,
                    dropped == Criterion.RESIDENCY ? null : residency);
        }
    }
}
