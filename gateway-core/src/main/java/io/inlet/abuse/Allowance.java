package io.inlet.abuse;

import java.time.Duration;

/**
 * What a limit says to one request.
 *
 * @param rate the limit
 * @param remaining how many more would be let through at once
 * @param retryAfter how long to wait before the next, zero if this one is let through
 */
public record Allowance(Rate rate, int remaining, Duration retryAfter) {
    /** Whether it is let through. */
    public boolean isGranted() {
        return retryAfter.isZero();
    }
}
