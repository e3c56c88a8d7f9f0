package io.inlet.http;

import io.inlet.feed.Cursor;
import io.inlet.tenant.TenantId;

/**
 * Cursors as they come in. One can be forged, so its day must be one that the database knows; a day
 * to come is none the less, since a feed whose clock was once ahead keeps its day.
 */
final class Cursors {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9999;
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
    static Cursor read(String text, TenantId tenant) {
        try {
            Cursor cursor = Cursor.parse(text, tenant);
            int year = cursor.day().getYear();
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return cursor;
            }
        } catch (IllegalArgumentException _) {
            // Falls through: the text is no cursor, or somebody else's.
        }
        throw new RefusedException(BAD_CURSOR);
    }
}
