package io.inlet.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows by a binary COPY. One thread, and nothing else on the connection until {@link #end};
 * closed without it, the COPY and with it the transaction fails.
 */
final class CopyWriter implements AutoCloseable {
    private static final byte[] SIGNATURE =
            "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int END = -1;
    private static final int CHUNK = 1 << 16;

    /** A handful of messages, as a commit has when little comes. */
    private static final int EXPECTED = 1 << 13;

    private final CopyIn copy;
    private final int columns;
    private final BinaryFields fields = new BinaryFields(EXPECTED);
    private long rows;

    /** Where rows go: the statement, made once, and how many columns it names. */
    record Target(String sql, int columns) {
        /** The columns in the order in which each row gives them. */
        static Target of(TableField<?, ?>... columns) {
            Table<?> table = Objects.requireNonNull(columns[0].getTable());
            String names =
                    Arrays.stream(columns).map(Field::getName).collect(Collectors.joining(", "));
            return new Target(
                    "COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table.getName(), names),
                    columns.length);
        }
    }

    CopyWriter(Connection connection, Target target) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(target.sql());
        columns = target.columns();
        // No flags and no header extension.
        fields.raw(SIGNATURE).rawInt(0).rawInt(0);
    }

    /** Begins a row: exactly one value for each column has to follow. */
    BinaryFields row() throws SQLException {
        if (fields.length() >= CHUNK) {
            flush();
        }
        rows++;
        return fields.rawShort(columns);
    }

    /** Ends the COPY; the rows are there when this returns. */
    void end() throws SQLException {
        fields.rawShort(END);
        flush();
        Rows.expect(rows, copy.endCopy());
    }

    private void flush() throws SQLException {
        copy.writeToCopy(fields.array(), 0, fields.length());
        fields.clear();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
