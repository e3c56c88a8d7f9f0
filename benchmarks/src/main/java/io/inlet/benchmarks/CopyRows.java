package io.inlet.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in the form of a binary COPY, in a buffer that is used again. For one thread. */
final class CopyRows {
    private static final byte[] SIGNATURE =
            "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NULL = -1;
    private static final int END = -1;

    private final String sql;
    private final ByteBuffer octets;
    private final short columns;

    CopyRows(String table, String columns, int mostOctets) {
        sql = "COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table, columns);
        this.columns = (short) columns.split(",", -1).length;
        octets = ByteBuffer.allocate(mostOctets);
    }

    CopyRows begin() {
        octets.clear().put(SIGNATURE).putInt(0).putInt(0);
        return this;
    }

    CopyRows row() {
        octets.putShort(columns);
        return this;
    }

    CopyRows uuid(UUID value) {
        octets.putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    CopyRows octets(byte[] value) {
        octets.putInt(value.length).put(value);
        return this;
    }

    CopyRows bigint(long value) {
        octets.putInt(Long.BYTES).putLong(value);
        return this;
    }

    CopyRows integer(int value) {
        octets.putInt(Integer.BYTES).putInt(value);
        return this;
    }

    CopyRows smallint(int value) {
        octets.putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    CopyRows yes() {
        octets.putInt(1).put((byte) 1);
        return this;
    }

    CopyRows none() {
        octets.putInt(NULL);
        return this;
    }

    /** Writes all rows since {@link #begin}. */
    void send(Connection connection) throws SQLException {
        octets.putShort((short) END);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        copy.writeToCopy(octets.array(), 0, octets.position());
        copy.endCopy();
    }
}
