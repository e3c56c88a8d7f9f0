package io.inlet.code;

import io.inlet.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** Reads messages by what their tenants say of their own senders. Any thread; never blocks. */
public interface TenantExtractor {
    /** For tenants that say nothing. */
    TenantExtractor NONE = (_, _, _) -> null;

    /**
     * Reads one message by the rules of whose it is, in time linear in its length; at once if the
     * tenant has none.
     *
     * @param text what is sure of the text: U+FFFD stands for what is missing
     * @param sender the sender as shown to people, or empty
     * @return what the first rule that fits reads, or null if none fits: then it is as the {@link
     *     CodeExtractor} reads it
     */
    @Nullable CodeReading read(TenantId tenant, String text, String sender);
}
