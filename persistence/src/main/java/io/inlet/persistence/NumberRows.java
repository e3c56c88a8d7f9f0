package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.NUMBER;

import io.inlet.number.LineType;
import io.inlet.number.NumberPosition;
import io.inlet.number.NumberTraits;
import io.inlet.number.PoolNumber;
import io.inlet.number.SourceType;
import io.inlet.number.Standing;
import io.inlet.persistence.jooq.tables.records.NumberRecord;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.Environment;
import java.util.List;

/** Numbers as rows. */
final class NumberRows {
    private NumberRows() {}

    static PoolNumber number(NumberRecord row) {
        return new PoolNumber(
                new Msisdn(row.getMsisdn()),
                row.getCountry(),
                Codes.parse(LineType.class, row.getLineType()),
                Codes.parse(Environment.class, row.getEnvironment()),
                new NumberTraits(
                        row.getRegion(),
                        row.getAreaCode(),
                        row.getResidency(),
                        List.of(row.getTags())),
                new PoolNumber.Provenance(
                        row.getCarrier(),
                        Codes.parse(SourceType.class, row.getSourceType()),
                        row.getContractRef(),
                        row.getLicenceRef(),
                        row.getAcquiredOn(),
                        row.getUsagePolicy()),
                new PoolNumber.Service(standing(row), row.getStandingReason()));
    }

    static NumberPosition position(NumberRecord row) {
        return new NumberPosition(
                standing(row), row.getStandingReason(), row.getLeasedUntil(), row.getFreeFrom());
    }

    static Standing standing(NumberRecord row) {
        return Codes.parse(Standing.class, row.get(NUMBER.STANDING));
    }
}
