package io.inlet.seal;

import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that seals content: one for each lease, and one for each day for what has no lease. Its
 * text form leaves the key out.
 *
 * @param id names it in the rows that it sealed
 * @param key 256 bits, AES
 */
public record ContentKey(UUID id, SecretKey key) {
    /** How many octets a key has. */
    public static final int OCTETS = 32;

    /** A key from its octets. */
    public static ContentKey of(UUID id, byte[] octets) {
        if (octets.length != OCTETS) {
            throw new IllegalArgumentException("a content key has 32 octets, not " + octets.length);
        }
        return new ContentKey(id, new SecretKeySpec(octets, "AES"));
    }

    @Override
    public String toString() {
        return "content key " + id;
    }
}
