package io.inlet.http;

import io.inlet.lease.LeaseRequest;
import io.inlet.number.DigitPattern;
import io.inlet.number.LineType;
import io.inlet.number.NumberTraits;
import io.inlet.sms.Msisdn;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which number a consumer wants, as a body or a query names it; the components are the contract's
 * field names.
 */
record WantedBody(
        @Nullable String number,
        @Nullable String country,
        @Nullable String region,
        @Nullable String areaCode,
        @Nullable String lineType,
        @Nullable String carrier,
        @Nullable String pattern,
        @Nullable List<String> tags,
        @Nullable String residency) {
    /** The same as parameters of a query, where tags stand between commas. */
    static final Set<String> PARAMETERS =
            Set.of(
                    "number",
                    "country",
                    "region",
                    "areaCode",
                    "lineType",
                    "carrier",
                    "pattern",
                    "tags",
                    "residency");

    private static final String BETWEEN_TAGS = ",";

    static WantedBody of(Exchange exchange) {
        String tags = exchange.parameter("tags");
        return new WantedBody(
                exchange.parameter("number"),
                exchange.parameter("country"),
                exchange.parameter("region"),
                exchange.parameter("areaCode"),
                exchange.parameter("lineType"),
                exchange.parameter("carrier"),
                exchange.parameter("pattern"),
                tags == null ? null : List.of(tags.split(BETWEEN_TAGS)),
                exchange.parameter("residency"));
    }

    /**
     * The same in our terms.
     *
     * @throws RefusedException naming the field that is malformed
     */
    LeaseRequest.Wanted toWanted() {
        if (tags != null && tags.size() > NumberTraits.MOST_TAGS) {
            throw Texts.refused("tags", "at most " + NumberTraits.MOST_TAGS);
        }
        try {
            return new LeaseRequest.Wanted(
                    msisdn(),
                    checkedCountry(),
                    region,
                    areaCode,
                    lineType == null ? null : Names.parse("lineType", lineType, LineType.class),
                    Texts.optional("carrier", carrier, Texts.LONGEST_NAME),
                    pattern == null ? null : new DigitPattern(pattern),
                    tags == null ? List.of() : tags,
                    residency);
        } catch (IllegalArgumentException e) {
            // Says which field, and what is expected of it.
            throw new RefusedException(Problem.badRequest(String.valueOf(e.getMessage())));
        }
    }

    private @Nullable Msisdn msisdn() {
        if (number == null) {
            return null;
        }
        String digits = number.startsWith("+") ? number.substring(1) : number;
        if (!Msisdn.isDigits(digits)) {
            throw Texts.refused("number", "a plus and 3 to 15 digits");
        }
        return new Msisdn(digits);
    }

    private @Nullable String checkedCountry() {
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw Texts.refused("country", "two capital letters");
        }
        return country;
    }
}
