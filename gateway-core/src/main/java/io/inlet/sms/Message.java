package io.inlet.sms;

import io.inlet.lease.LeaseId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * @param segments which of its parts are here
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
     * @param total how many there are, 1 to 255
     * @param missing the numbers of those that are not here, ascending; fewer than all
     */
    public record Segments(int total, List<Integer> missing) {
        public Segments {
            missing = List.copyOf(missing);
            if (missing.size() >= total) {
                throw new IllegalArgumentException(
                        "missing: expected fewer than %d, found %d"
                                .formatted(total, missing.size()));
            }
        }

        /** All are here. */
        public static Segments complete(int total) {
            return new Segments(total, List.of());
        }

        /** Those are here. */
        public static Segments of(int total, List<ReceivedPart> parts) {
            Set<Integer> here =
                    parts.stream().map(ReceivedPart::number).collect(Collectors.toSet());
            return new Segments(
                    total,
                    IntStream.rangeClosed(1, total)
                            .filter(number -> !here.contains(number))
                            .boxed()
                            .toList());
        }

        /** How many are here. */
        public int have() {
            return total - missing.size();
        }

        /** Whether all are here. */
        public boolean isComplete() {
            return missing.isEmpty();
        }
    }
}
