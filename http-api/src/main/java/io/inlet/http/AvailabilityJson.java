package io.inlet.http;

import io.inlet.lease.Availability;
import io.inlet.lease.Criterion;

/** How many numbers fit, as the contract has it; the components are its field names. */
record AvailabilityJson(CountJson free, CountJson reserved, CountJson cooling) {
    /** A count, and whether there may be more. */
    record CountJson(int count, boolean more) {
        static CountJson of(Availability.Count count) {
            return new CountJson(count.count(), count.more());
        }
    }

    /** What would be free without a criterion. */
    record AlternativeJson(String without, CountJson free) {
        static AlternativeJson of(Availability.Alternative alternative) {
            return new AlternativeJson(
                    field(alternative.without()), CountJson.of(alternative.free()));
        }
    }

    static AvailabilityJson of(Availability availability) {
        return new AvailabilityJson(
                CountJson.of(availability.free()),
                CountJson.of(availability.reserved()),
                CountJson.of(availability.cooling()));
    }

    private static String field(Criterion criterion) {
        return switch (criterion) {
            case NUMBER -> "number";
            case COUNTRY -> "country";
            case REGION -> "region";
            case AREA_CODE -> "areaCode";
            case LINE_TYPE -> "lineType";
            case CARRIER -> "carrier";
            case PATTERN -> "pattern";
            case TAGS -> "tags";
            case RESIDENCY -> "residency";
        };
    }
}
