package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.LEASE;
import static io.inlet.persistence.jooq.Tables.NUMBER;
import static io.inlet.persistence.jooq.Tables.TENANT;
import static java.util.stream.Collectors.joining;

import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.lease.Purpose;
import io.inlet.number.NumberId;
import io.inlet.sms.Msisdn;
import io.inlet.tenant.ProfileId;
import io.inlet.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;

/** Leases as rows. */
final class LeaseRows {
    private static final Name SUSPENDED = DSL.name("held");
    private static final Field<?>[] FIELDS = {
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
        // A tenant that is shut holds all its leases at once.
        DSL.condition(LEASE.SUSPENDED).or(TENANT.SHUT).as(SUSPENDED)
    };

    /** How many columns they are. */
    static final int WIDTH = FIELDS.length;

    /** The same for SQL with {@link #TABLES}. */
    static final String COLUMNS =
            Arrays.stream(FIELDS).map(LeaseRows::column).collect(joining(", "));

    /** Where {@link #COLUMNS} come from, to stand in brackets or alone. */
    static final String TABLES =
            "lease l JOIN number n ON n.number_id = l.number_id"
                    + " JOIN tenant t ON t.tenant_id = l.tenant_id";

    private static final String BY_IDS =
            """
            SELECT %s
            FROM %s
            WHERE l.lease_id = ANY (?)
            """
                    .formatted(COLUMNS, TABLES);

    private LeaseRows() {}

    private static String column(Field<?> field) {
        if (field.getUnqualifiedName().equals(SUSPENDED)) {
            return "l.suspended OR t.shut";
        }
        return (field.equals(NUMBER.MSISDN) ? "n." : "l.") + field.getName();
    }

    static SelectOnConditionStep<Record> select(DSLContext dsl) {
        return dsl.select(FIELDS)
                .from(LEASE)
                .join(NUMBER)
                .on(NUMBER.NUMBER_ID.eq(LEASE.NUMBER_ID))
                .join(TENANT)
                .on(TENANT.TENANT_ID.eq(LEASE.TENANT_ID));
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
            ResultSet rows = call.uuids(Lists.map(names, name -> name.id().uuid())).rows();
            Map<LeaseId, Lease> found = new HashMap<>();
            while (rows.next()) {
                Lease lease = read(rows, 0);
                found.put(lease.id(), lease);
            }
            return found;
        } catch (SQLException e) {
            throw StoreFailures.translate(e);
        }
    }

    /** Reads {@link #COLUMNS} where they follow others. */
    static Lease read(ResultSet row, int others) throws SQLException {
        UUID profile = row.getObject(others + 3, UUID.class);
        return new Lease(
                new LeaseId(Columns.uuid(row, others + 1)),
                new TenantId(Columns.uuid(row, others + 2)),
                profile == null ? null : new ProfileId(profile),
                new NumberId(Columns.uuid(row, others + 4)),
                new Msisdn(row.getString(others + 5)),
                new Lease.Terms(
                        Codes.parse(Purpose.class, row.getString(others + 6)),
                        row.getString(others + 7),
                        row.getString(others + 8),
                        Columns.instant(row, others + 9)),
                new Lease.Period(
                        Columns.instant(row, others + 10),
                        Columns.instant(row, others + 11),
                        Columns.instant(row, others + 12),
                        Columns.instant(row, others + 13)),
                row.getBoolean(others + 14));
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
                row.get(SUSPENDED, Boolean.class));
    }
}
