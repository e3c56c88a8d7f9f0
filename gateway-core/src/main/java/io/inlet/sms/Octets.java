package io.inlet.sms;

import io.inlet.id.Counted;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Immutable octets. Its text form is a length and never the content, so that a record of octets can
 * be logged without giving a message away.
 */
public final class Octets {
    /** No octets. */
    public static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over: the caller must not change it afterwards. */
    public static Octets wrap(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes);
    }

    /** Reads hexadecimal digits. */
    public static Octets hex(String hex) {
        return wrap(HexFormat.of().parseHex(hex));
    }

    /** How many octets. */
    public int length() {
        return bytes.length;
    }

    /** The octet at an index, 0 to 255. */
    public int at(int index) {
        return bytes[index] & 0xff;
    }

    /** The octets from {@code from} (inclusive) to {@code to} (exclusive). */
    public Octets slice(int from, int to) {
        return wrap(Arrays.copyOfRange(bytes, from, to));
    }

    /** The array itself, for reading: the caller must not change it. */
    public byte[] array() {
        return bytes;
    }

    /** Lower-case hexadecimal: content, not for logs. */
    public String toHex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Counted.of(bytes.length, "octet");
    }
}
