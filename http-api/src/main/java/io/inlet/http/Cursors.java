package io.inlet.http;

import io.inlet.feed.Cursor;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Cursors as they come in. One can be forged, so its day must be one that a feed can have. */
final class Cursors {
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final Problem BAD_CURSOR =
            Problem.of(
                    ProblemType.BAD_CURSOR,
                    "give a cursor from an answer to this tenant, or none to begin anew");

    private Cursors() {}

    /**
     * Reads a cursor.
     *
     * @throws RefusedException if it is none of this tenant
     */
    static Cursor read(String text, TenantId tenant, Instant now) {
        try {
            Cursor cursor = Cursor.parse(text, tenant);
            LocalDate tomorrow = now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
            if (!cursor.day().isBefore(FIRST_DAY) && !cursor.day().isAfter(tomorrow)) {
                return cursor;
            }
        } catch (IllegalArgumentException _) {
            // Falls through: the text is no cursor, or somebody else's.
        }
        throw new RefusedException(BAD_CURSOR);
    }
}
