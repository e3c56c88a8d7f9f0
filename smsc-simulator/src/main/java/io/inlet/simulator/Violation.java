package io.inlet.simulator;

import java.time.Instant;

/**
 * Something that an ESME of this kind must never send.
 *
 * @param at when it was read
 * @param session the session that sent it
 * @param commandId its command_id, 0 if the framing was broken
 * @param what in words, without content
 */
public record Violation(Instant at, int session, int commandId, String what) {
    @Override
    public String toString() {
        return "session %d: %s".formatted(session, what);
    }
}
