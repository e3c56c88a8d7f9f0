package io.inlet.persistence;

import io.inlet.id.Uuid7;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.UUID;

/** UTC days as ranges of the ids that are minted on them. */
final class Days {
    private Days() {}

    /** The day on which an id was minted. */
    static LocalDate of(UUID id) {
        return PgTime.utcDay(Uuid7.time(id));
    }

    /** The smallest id of a day. */
    static UUID floor(LocalDate day) {
        return Uuid7.floor(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** The smallest id of the day of the first of some ids. */
    static UUID start(Collection<UUID> ids) {
        return floor(of(Collections.min(ids, UuidOrder.ASCENDING)));
    }

    /** The smallest id of the day after the last of some ids. */
    static UUID end(Collection<UUID> ids) {
        return floor(of(Collections.max(ids, UuidOrder.ASCENDING)).plusDays(1));
    }

    /** SQL with {@link #start} for {@code %1$s} and {@link #end} for {@code %2$s}. */
    static String bound(String sql, Collection<UUID> ids) {
        return sql.formatted(start(ids), end(ids));
    }
}
