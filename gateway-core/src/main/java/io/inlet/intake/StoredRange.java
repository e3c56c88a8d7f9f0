package io.inlet.intake;

import io.inlet.sms.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which stored messages are gone through, page by page in the order of their arrival.
 *
 * @param from those whose first part arrived at this instant or later
 * @param to and before this instant
 * @param after only those after this one: where the page before ended; null at first
 */
public record StoredRange(Instant from, Instant to, @Nullable MessageId after) {
    /** How many messages one page has, at most. */
    public static final int PAGE = 200;

    public StoredRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from: expected an instant before to");
        }
    }
}
