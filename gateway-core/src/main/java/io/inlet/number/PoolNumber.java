package io.inlet.number;

import io.inlet.sms.Msisdn;
import io.inlet.tenant.Environment;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as it is brought into the pool, with where it came from.
 *
 * @param msisdn its digits; in sandbox only of a range that cannot be dialled, or a short code of
 *     the country {@code ZZ}
 * @param country ISO 3166-1 alpha-2, upper case
 * @param lineType what kind of line
 * @param environment live or sandbox
 * @param traits what else is known of it
 * @param provenance who gave it to us, and on what terms
 * @param service whether it can be leased
 */
public record PoolNumber(
        Msisdn msisdn,
        String country,
        LineType lineType,
        Environment environment,
        NumberTraits traits,
        Provenance provenance,
        Service service) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** For users to assign, by ISO 3166-1. */
    private static final String NO_COUNTRY = "ZZ";

    /** An E.164 country code has as many digits at most. */
    private static final int LONGEST_COUNTRY_CODE = 3;

    /**
     * Where a number comes from. A number without it is refused.
     *
     * @param carrier the carrier's name in the configuration
     * @param sourceType what kind of company we have it from
     * @param contractRef the contract under which we have it
     * @param licenceRef the licence under which the carrier has it
     * @param acquiredOn since when we have it
     * @param usagePolicy the policy that applies
     */
    public record Provenance(
            String carrier,
            SourceType sourceType,
            String contractRef,
            String licenceRef,
            LocalDate acquiredOn,
            String usagePolicy) {}

    /**
     * What operators say of it.
     *
     * @param standing whether it is in service
     * @param reason why not, 1 to 200 characters; null in service
     */
    public record Service(Standing standing, @Nullable String reason) {
        /** Longest reason, in UTF-16 units. */
        public static final int MOST_REASON = 200;

        /** It can be leased. */
        public static final Service IN_SERVICE = new Service(Standing.IN_SERVICE, null);

        public Service {
            if ((standing == Standing.IN_SERVICE) != (reason == null)) {
                throw new IllegalArgumentException(
                        "standingReason: expected a reason for what is not in service, and none"
                                + " else");
            }
        }
    }

    public PoolNumber {
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException(
                    "country: expected two capital letters, found '" + country + "'");
        }
        // A short code is dialled within its country, and nobody is in this one.
        boolean nowhere = lineType == LineType.SHORT_CODE && country.equals(NO_COUNTRY);
        if (environment == Environment.SANDBOX && !nowhere && !Undialable.holds(msisdn)) {
            throw new IllegalArgumentException(
                    "msisdn: expected, in sandbox, a number of a range that cannot be dialled, such"
                            + " as +999");
        }
        if (traits.region() != null && !traits.region().startsWith(country + "-")) {
            throw new IllegalArgumentException("region: expected one of the number's country");
        }
        if (traits.areaCode() != null && !isAreaOf(traits.areaCode(), msisdn.digits())) {
            throw new IllegalArgumentException(
                    "areaCode: expected the digits of the number after its country code");
        }
    }

    private static boolean isAreaOf(String areaCode, String digits) {
        for (int code = 1; code <= LONGEST_COUNTRY_CODE; code++) {
            if (digits.startsWith(areaCode, code)) {
                return true;
            }
        }
        return false;
    }
}
