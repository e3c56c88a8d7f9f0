package io.inlet.sms;

import io.inlet.lease.LeaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as its lessee reads it.
 *
 * @param id its id, the same over every redelivery
 * @param lease whose it is
 * @param numberUsed the number it was sent to
 * @param routingTag the lease's tag when it arrived, or null
 * @param content what it says
 * @param times its instants
 * @param status what became of it
 * @param segments how many of its parts are here
 * @param deliveryCount how often the carrier delivered it, from 1
 * @param version counts its revisions, from 1
 * @param simulated whether it came over a simulated bind
 */
public record Message(
        MessageId id,
        LeaseId lease,
        Msisdn numberUsed,
        @Nullable String routingTag,
        Content content,
        Times times,
        MessageStatus status,
        Segments segments,
        int deliveryCount,
        int version,
        boolean simulated) {

    /**
     * The instants of a message.
     *
     * @param receivedAt arrival of the first segment
     * @param completedAt arrival of the last
     * @param sentAt the carrier's timestamp, or null
     */
    public record Times(Instant receivedAt, Instant completedAt, @Nullable Instant sentAt) {}

    /**
     * Parts of a message.
     *
     * @param have how many are here
     * @param total how many there are
     */
    public record Segments(int have, int total) {}
}
