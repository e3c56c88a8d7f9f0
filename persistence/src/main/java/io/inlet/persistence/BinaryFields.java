package io.inlet.persistence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Oid;

/**
 * Values in PostgreSQL's binary form, each behind its length: what the rows of a binary COPY and
 * the elements of a binary array are made of. The octets grow as needed. Not for two threads.
 */
final class BinaryFields {
    private static final int NULL = -1;

    /** Dimensions, whether there are nulls, the type; of the one dimension, length and first. */
    private static final int ARRAY_HEAD = 5 * Integer.BYTES;

    private byte[] octets;
    private int length;

    BinaryFields(int expectedOctets) {
        octets = new byte[expectedOctets];
    }

    BinaryFields uuid(@Nullable UUID value) {
        if (value == null) {
            return rawInt(NULL);
        }
        rawInt(2 * Long.BYTES);
        rawLong(value.getMostSignificantBits());
        return rawLong(value.getLeastSignificantBits());
    }

    BinaryFields text(@Nullable String value) {
        return value == null ? rawInt(NULL) : bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    BinaryFields bytea(byte[] value) {
        rawInt(value.length);
        return raw(value);
    }

    BinaryFields timestamptz(@Nullable Instant value) {
        return value == null ? rawInt(NULL) : bigint(PgTime.micros(value));
    }

    BinaryFields date(LocalDate value) {
        return integer(PgTime.days(value));
    }

    BinaryFields bigint(long value) {
        rawInt(Long.BYTES);
        return rawLong(value);
    }

    /** An array of one dimension. */
    BinaryFields bigints(List<Long> values) {
        rawInt(ARRAY_HEAD + values.size() * (Integer.BYTES + Long.BYTES));
        rawInt(1).rawInt(0).rawInt(Oid.INT8).rawInt(values.size()).rawInt(1);
        values.forEach(this::bigint);
        return this;
    }

    BinaryFields integer(int value) {
        rawInt(Integer.BYTES);
        return rawInt(value);
    }

    BinaryFields smallint(int value) {
        rawInt(Short.BYTES);
        return rawShort(value);
    }

    BinaryFields bool(boolean value) {
        rawInt(1);
        ensure(1);
        octets[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    BinaryFields raw(byte[] value) {
        ensure(value.length);
        System.arraycopy(value, 0, octets, length, value.length);
        length += value.length;
        return this;
    }

    BinaryFields rawShort(int value) {
        short exact = (short) value;
        if (exact != value) {
            throw new ArithmeticException("not a smallint");
        }
        ensure(Short.BYTES);
        octets[length++] = (byte) (exact >> Byte.SIZE);
        octets[length++] = (byte) exact;
        return this;
    }

    BinaryFields rawInt(int value) {
        ensure(Integer.BYTES);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            octets[length++] = (byte) (value >> shift);
        }
        return this;
    }

    private BinaryFields rawLong(long value) {
        ensure(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            octets[length++] = (byte) (value >> shift);
        }
        return this;
    }

    int length() {
        return length;
    }

    /** The octets so far and perhaps some more: only {@link #length} of them count. */
    byte[] array() {
        return octets;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(octets, length);
    }

    void clear() {
        length = 0;
    }

    private void ensure(int more) {
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + more));
        }
    }
}
