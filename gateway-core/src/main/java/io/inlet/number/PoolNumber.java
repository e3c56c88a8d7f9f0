package io.inlet.number;

import io.inlet.sms.Msisdn;
import io.inlet.tenant.Environment;
import java.time.LocalDate;

/**
 * A number as it is brought into the pool, with where it came from.
 *
 * @param msisdn its digits
 * @param country ISO 3166-1 alpha-2, upper case
 * @param lineType what kind of line
 * @param environment live or sandbox
 * @param provenance who gave it to us, and on what terms
 */
public record PoolNumber(
        Msisdn msisdn,
        String country,
        LineType lineType,
        Environment environment,
        Provenance provenance) {

    /**
     * Where a number comes from. A number without it is refused.
     *
     * @param carrier the carrier's name in the configuration
     * @param contractRef the contract under which we have it
     * @param licenceRef the licence under which the carrier has it
     * @param acquiredOn since when we have it
     * @param usagePolicy the policy that applies
     */
    public record Provenance(
            String carrier,
            String contractRef,
            String licenceRef,
            LocalDate acquiredOn,
            String usagePolicy) {}

    public PoolNumber {
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException(
                    "country: expected two capital letters, found '" + country + "'");
        }
    }
}
