package io.inlet.id;

import java.util.Arrays;
import java.util.UUID;

/**
 * The text form of one kind of identifier: prefix, underscore, 26 characters of Crockford base32 in
 * lower case, most significant bits first. Stateless; any thread may call it.
 */
public final class IdText {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final byte[] VALUES = values();

    private final String prefix;

    /**
     * @param prefix three lower-case letters, without the underscore
     */
    public IdText(String prefix) {
        this.prefix = prefix + "_";
    }

    /** The text of an identifier, for example {@code msg_01jc...}. */
    public String format(UUID uuid) {
        char[] digits = new char[LENGTH];
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        for (int i = LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) low & 31);
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return prefix + new String(digits);
    }

    /**
     * Reads what {@link #format} wrote; upper case is taken too.
     *
     * @throws IllegalArgumentException if the text has another prefix, length or character
     */
    public UUID parse(String text) {
        if (!text.startsWith(prefix) || text.length() != prefix.length() + LENGTH) {
            throw malformed();
        }
        long high = 0;
        long low = 0;
        for (int i = prefix.length(); i < text.length(); i++) {
            long digit = digit(text.charAt(i));
            if (high >>> 59 != 0) {
                throw malformed(); // more than 128 bits
            }
            high = (high << 5) | (low >>> 59);
            low = (low << 5) | digit;
        }
        return new UUID(high, low);
    }

    private long digit(char c) {
        byte value = c < VALUES.length ? VALUES[c] : -1;
        if (value < 0) {
            throw malformed();
        }
        return value;
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "expected an identifier of the form " + prefix + " and 26 characters");
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < DIGITS.length(); i++) {
            values[DIGITS.charAt(i)] = (byte) i;
            values[Character.toUpperCase(DIGITS.charAt(i))] = (byte) i;
        }
        return values;
    }
}
