package io.inlet.smpp;

import java.time.Instant;

/**
 * How the last session of a bind ended, or the last attempt at one.
 *
 * @param reason why
 * @param at when
 * @param host whom it was with, as in {@code smpp.acme.example:2775 (192.0.2.7)}; empty if with
 *     nobody
 * @param detail more, where there is more to say; holds no secret
 */
public record LastEnd(EndReason reason, Instant at, String host, String detail) {
    /** Who ended it. */
    public EndReason.By by() {
        return reason.by();
    }
}
