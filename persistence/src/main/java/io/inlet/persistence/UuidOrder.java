package io.inlet.persistence;

import java.util.Comparator;
import java.util.UUID;

/** PostgreSQL's order of uuid: by unsigned octets, where Java's own compares signed longs. */
final class UuidOrder {
    static final Comparator<UUID> ASCENDING =
            (a, b) -> {
                int high =
                        Long.compareUnsigned(
                                a.getMostSignificantBits(), b.getMostSignificantBits());
                return high != 0
                        ? high
                        : Long.compareUnsigned(
                                a.getLeastSignificantBits(), b.getLeastSignificantBits());
            };

    private UuidOrder() {}
}
