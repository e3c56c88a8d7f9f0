package io.inlet.feed;

import io.inlet.sms.BindId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The built-in tenant's sequence. Calls block on the database. */
public interface GatewayEvents {
    /**
     * Appends an event about a bind.
     *
     * @param detail what happened, in a few words without content
     * @throws io.inlet.intake.StoreUnavailableException if the database is away; nothing is told
     */
    void tell(EventType type, BindId bind, String detail);

    /**
     * Appends an event that is about no bind.
     *
     * @param detail what happened, in a few words without content
     * @throws io.inlet.intake.StoreUnavailableException if the database is away; nothing is told
     */
    void tell(EventType type, String detail);

    /**
     * The events after a place.
     *
     * @param after the place; null begins seven UTC days back
     * @param limit how many at most, from 1
     * @return in the order of the sequence
     */
    List<GatewayEvent> after(@Nullable Cursor after, int limit);
}
