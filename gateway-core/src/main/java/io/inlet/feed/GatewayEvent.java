package io.inlet.feed;

import io.inlet.sms.BindName;
import io.inlet.sms.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in the built-in tenant's sequence, as operators read it.
 *
 * @param id its id
 * @param cursor its place
 * @param type what it tells
 * @param at when it was committed, as the writing gateway's clock had it
 * @param bind the bind it is about, or null
 * @param detail more of what happened, in a few words without content; or null
 * @param message the message it is about, or null
 */
public record GatewayEvent(
        EventId id,
        Cursor cursor,
        EventType type,
        Instant at,
        @Nullable BindName bind,
        @Nullable String detail,
        @Nullable MessageId message) {}
