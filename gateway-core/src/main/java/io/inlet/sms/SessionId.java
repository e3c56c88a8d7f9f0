package io.inlet.sms;

import java.util.UUID;

/** Names one live session of a bind, from its bind_resp to its end. Internal: never in the API. */
public record SessionId(UUID uuid) {
    /** Of what no session brings now: none can have proven anything about it. */
    public static final SessionId NONE = new SessionId(new UUID(0, 0));
}
