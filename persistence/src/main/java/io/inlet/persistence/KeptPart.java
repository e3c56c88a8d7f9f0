package io.inlet.persistence;

import io.inlet.sms.BindId;
import io.inlet.sms.Concatenation;
import io.inlet.sms.Segment;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long message in the making.
 *
 * @param number its part number
 * @param total how many parts there are
 * @param fingerprint its fingerprint
 * @param arrivedAt when it arrived
 * @param sentAt the carrier's timestamp, or null
 * @param simulated whether it came over a simulated bind
 * @param bind where it came in
 * @param arrived the part itself if it is in the batch at hand, or null if it is in the database
 */
record KeptPart(
        int number,
        int total,
        UUID fingerprint,
        Instant arrivedAt,
        @Nullable Instant sentAt,
        boolean simulated,
        BindId bind,
        @Nullable ArrivedPart arrived) {

    static KeptPart of(ArrivedPart arrived) {
        Segment segment = arrived.submission().arrival();
        Concatenation concatenation = Objects.requireNonNull(segment.concatenation());
        return new KeptPart(
                concatenation.part(),
                concatenation.total(),
                arrived.submission().fingerprint(),
                segment.receivedAt(),
                segment.carrierFacts().sentAt(),
                segment.origin().simulated(),
                segment.origin().bind(),
                arrived);
    }
}
