package io.inlet.intake;

import io.inlet.sms.BindId;
import io.inlet.sms.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A PDU that never became a message and is kept raw, as operators see it: without content.
 *
 * @param id its id, which the message keeps that it may become
 * @param reason {@link QuarantineReason#UNREADABLE} or {@link QuarantineReason#REFUSED_BY_STORE}
 * @param problem what was wrong with it, when it was read last
 * @param bind where it came in
 * @param carrier the carrier's name in the configuration, or null if the bind is not known
 * @param bindName the bind's, or null
 * @param arrivedAt when
 */
public record Failure(
        MessageId id,
        QuarantineReason reason,
        String problem,
        BindId bind,
        @Nullable String carrier,
        @Nullable String bindName,
        Instant arrivedAt) {}
