package io.inlet.smpp;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has come over a bind since the gateway started, or since the bind was added.
 *
 * @param received deliver_sm and data_sm, delivery receipts included
 * @param receipts delivery receipts among them
 * @param unreadable among them, those whose body could not be parsed
 * @param alerts alert_notifications
 * @param answered answers by the name of their command_status
 * @param unanswered how many wait for their answer now: the window in use
 * @param lastMessageAt when the last message came, or null
 * @param perSecond messages in the last whole second
 * @param perSecondOfMinute messages a second, over the last 60
 * @param typicalResponse within which half of the answers of the last minute were given, from the
 *     last octet of the request to the answer's write; null if there were none
 * @param slowResponse the same for 99 of 100
 * @param slowLag how old 19 of 20 messages of the last minute were at most on arrival, by the
 *     carrier's own timestamps; null if there were none
 */
public record Traffic(
        long received,
        long receipts,
        long unreadable,
        long alerts,
        Map<String, Long> answered,
        int unanswered,
        @Nullable Instant lastMessageAt,
        double perSecond,
        double perSecondOfMinute,
        @Nullable Duration typicalResponse,
        @Nullable Duration slowResponse,
        @Nullable Duration slowLag) {}
