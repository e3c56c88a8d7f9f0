package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.LEASE;
import static io.inlet.persistence.jooq.Tables.NUMBER;

import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.Purpose;
import io.inlet.number.NumberId;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.ProfileId;
import io.inlet.tenant.TenantId;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

/** Leases as rows. */
final class LeaseRows {
    private LeaseRows() {}

    static SelectOnConditionStep<Record> select(DSLContext dsl) {
        return dsl.select(
                        LEASE.LEASE_ID,
                        LEASE.TENANT_ID,
                        LEASE.PROFILE_ID,
                        LEASE.NUMBER_ID,
                        NUMBER.MSISDN,
                        LEASE.PURPOSE,
                        LEASE.JUSTIFICATION,
                        LEASE.ROUTING_TAG,
                        LEASE.CREATED_AT)
                .select(
                        LEASE.STARTS_AT,
                        LEASE.EXPIRES_AT,
                        LEASE.GRACE_ENDS_AT,
                        LEASE.COOLDOWN_ENDS_AT,
                        LEASE.SUSPENDED)
                .from(LEASE)
                .join(NUMBER)
                .on(NUMBER.NUMBER_ID.eq(LEASE.NUMBER_ID));
    }

    static Lease read(Record row) {
        UUID profile = row.get(LEASE.PROFILE_ID);
        return new Lease(
                new LeaseId(row.get(LEASE.LEASE_ID)),
                new TenantId(row.get(LEASE.TENANT_ID)),
                profile == null ? null : new ProfileId(profile),
                new NumberId(row.get(LEASE.NUMBER_ID)),
                new Msisdn(row.get(NUMBER.MSISDN)),
                new Lease.Terms(
                        Codes.parse(Purpose.class, row.get(LEASE.PURPOSE)),
                        row.get(LEASE.JUSTIFICATION),
                        row.get(LEASE.ROUTING_TAG),
                        row.get(LEASE.CREATED_AT)),
                new Lease.Period(
                        row.get(LEASE.STARTS_AT),
                        row.get(LEASE.EXPIRES_AT),
                        row.get(LEASE.GRACE_ENDS_AT),
                        row.get(LEASE.COOLDOWN_ENDS_AT)),
                row.get(LEASE.SUSPENDED));
    }
}
