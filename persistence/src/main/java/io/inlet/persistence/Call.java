package io.inlet.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * One statement for many rows: plain SQL whose parameters are arrays, bound in their order and in
 * binary form (the driver itself would write and PostgreSQL parse each id and instant as text). The
 * SQL is the same for a batch of any size, so that each connection prepares it once. One thread.
 */
final class Call implements AutoCloseable {
    private static final int DIMENSIONS = 1;
    private static final int HAS_NO_NULLS = 0;
    private static final int LOWER_BOUND = 1;
    private static final int EXPECTED_OCTETS = 20;

    private final BaseConnection connection;
    private final PreparedStatement statement;
    private int parameters;

    Call(Connection connection, String sql) throws SQLException {
        this.connection = connection.unwrap(BaseConnection.class);
        this.statement = connection.prepareStatement(sql);
    }

    Call uuids(Collection<UUID> values) throws SQLException {
        return array(Oid.UUID_ARRAY, Oid.UUID, values, BinaryFields::uuid);
    }

    Call instants(Collection<Instant> values) throws SQLException {
        return array(Oid.TIMESTAMPTZ_ARRAY, Oid.TIMESTAMPTZ, values, BinaryFields::timestamptz);
    }

    Call days(Collection<LocalDate> values) throws SQLException {
        return array(Oid.DATE_ARRAY, Oid.DATE, values, BinaryFields::date);
    }

    Call texts(Collection<String> values) throws SQLException {
        return array(Oid.TEXT_ARRAY, Oid.TEXT, values, BinaryFields::text);
    }

    Call bigints(Collection<Long> values) throws SQLException {
        return array(Oid.INT8_ARRAY, Oid.INT8, values, BinaryFields::bigint);
    }

    Call integers(Collection<Integer> values) throws SQLException {
        return array(Oid.INT4_ARRAY, Oid.INT4, values, BinaryFields::integer);
    }

    Call bools(Collection<Boolean> values) throws SQLException {
        return array(Oid.BOOL_ARRAY, Oid.BOOL, values, BinaryFields::bool);
    }

    /** One instant, where an array would keep the planner from an index's order. */
    Call instant(Instant value) throws SQLException {
        statement.setObject(++parameters, value.atOffset(ZoneOffset.UTC));
        return this;
    }

    Call number(int value) throws SQLException {
        statement.setInt(++parameters, value);
        return this;
    }

    /** Runs a query; the rows live until this call is closed. */
    ResultSet rows() throws SQLException {
        return statement.executeQuery();
    }

    /** Runs a change and gives the number of rows that it touched. */
    int update() throws SQLException {
        return statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    private <T> Call array(
            int oid, int elementOid, Collection<T> values, BiConsumer<BinaryFields, T> write)
            throws SQLException {
        BinaryFields array = new BinaryFields(EXPECTED_OCTETS * (1 + values.size()));
        array.rawInt(DIMENSIONS).rawInt(HAS_NO_NULLS).rawInt(elementOid);
        array.rawInt(values.size()).rawInt(LOWER_BOUND);
        values.forEach(value -> write.accept(array, value));
        statement.setArray(++parameters, new PgArray(connection, oid, array.toByteArray()));
        return this;
    }
}
