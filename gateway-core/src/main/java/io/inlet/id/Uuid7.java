package io.inlet.id;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Mints UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, then 12 bits of the fraction of
 * the millisecond (method 3), then 62 random bits. Ids are names, not secrets, so the random source
 * need not be cryptographic. Any thread may call it.
 */
public final class Uuid7 {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Uuid7() {}

    /** An identifier whose time is {@code at}. */
    public static UUID mint(Instant at) {
        long fraction =
                (at.getLong(ChronoField.NANO_OF_SECOND) % NANOS_PER_MILLI)
                        * 4096L
                        / NANOS_PER_MILLI;
        long high = (at.toEpochMilli() << 16) | VERSION | fraction;
        long low = VARIANT | (ThreadLocalRandom.current().nextLong() >>> 2);
        return new UUID(high, low);
    }

    /** The time in an identifier, in whole milliseconds. */
    public static Instant time(UUID uuid) {
        return Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16);
    }

    /** The smallest identifier of that millisecond or later: a bound for ranges, not a name. */
    public static UUID floor(Instant at) {
        return new UUID(at.toEpochMilli() << 16, 0);
    }
}
