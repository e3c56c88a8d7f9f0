package io.inlet.alarm;

import io.inlet.sms.BindId;
import io.inlet.sms.BindName;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bind as it looks at one moment.
 *
 * @param id the bind
 * @param name its name
 * @param boundSince since when it is bound, or null if it is not
 * @param received messages received since the gateway's start
 * @param lastMessageAt when the last one came, or null
 * @param lag how old the slowest twentieth of the last minutes' messages was, or null if their
 *     carrier gives no timestamps or there were too few
 */
public record BindSight(
        BindId id,
        BindName name,
        @Nullable Instant boundSince,
        long received,
        @Nullable Instant lastMessageAt,
        @Nullable Duration lag) {}
