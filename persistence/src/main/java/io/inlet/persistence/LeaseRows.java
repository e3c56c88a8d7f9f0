package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.LEASE;
import static io.inlet.persistence.jooq.Tables.NUMBER;
import static org.jooq.impl.DSL.any;

import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.Purpose;
import io.inlet.number.NumberId;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.ProfileId;
import io.inlet.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

/** Leases as rows. */
final class LeaseRows {
    private static final Field<?>[] COLUMNS = {
        LEASE.LEASE_ID,
        LEASE.TENANT_ID,
        LEASE.PROFILE_ID,
        LEASE.NUMBER_ID,
        NUMBER.MSISDN,
        LEASE.PURPOSE,
        LEASE.JUSTIFICATION,
        LEASE.ROUTING_TAG,
        LEASE.CREATED_AT,
        LEASE.STARTS_AT,
        LEASE.EXPIRES_AT,
        LEASE.GRACE_ENDS_AT,
        LEASE.COOLDOWN_ENDS_AT,
        LEASE.SUSPENDED
    };

    /** Written once: waits ask thousands of times a second. */
    private static final String BY_IDS =
            select(Database.DIALECT.dsl()).where(LEASE.LEASE_ID.eq(any(new UUID[0]))).getSQL();

    private LeaseRows() {}

    static SelectOnConditionStep<Record> select(DSLContext dsl) {
        return dsl.select(COLUMNS)
                .from(LEASE)
                .join(NUMBER)
                .on(NUMBER.NUMBER_ID.eq(LEASE.NUMBER_ID));
    }

    /** A lease as its tenant names it. */
    record Named(TenantId tenant, LeaseId id) {}

    /** The leases of these names, by one statement; none where there is no such lease. */
    static List<Optional<Lease>> find(Database database, List<Named> names) {
        Map<LeaseId, Lease> found = fetch(database, names);
        return Lists.map(
                names,
                name ->
                        Optional.ofNullable(found.get(name.id()))
                                .filter(lease -> lease.tenant().equals(name.tenant())));
    }

    private static Map<LeaseId, Lease> fetch(Database database, List<Named> names) {
        try (Connection connection = database.dataSource().getConnection();
                Call call = new Call(connection, BY_IDS)) {
            call.uuids(Lists.map(names, name -> name.id().uuid()));
            return database.dsl().fetch(call.rows(), COLUMNS).stream()
                    .map(LeaseRows::read)
                    .collect(Collectors.toMap(Lease::id, lease -> lease));
        } catch (SQLException e) {
            throw StoreFailures.translate(e);
        }
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
