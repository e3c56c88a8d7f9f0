package io.inlet.smpp;

import io.inlet.sms.Answered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An enquire_link of the gateway, and what the umpire knows of it. */
final class SimulatedEnquiry {
    final int sequence;
    final Instant sentAt;
    @Nullable Instant answeredAt;
    @Nullable Answered proof;
    @Nullable Instant toldAt;

    SimulatedEnquiry(int sequence, Instant sentAt) {
        this.sequence = sequence;
        this.sentAt = sentAt;
    }

    boolean isAnsweredInTime() {
        return answeredAt != null && !answeredAt.isAfter(overdueAt());
    }

    Instant overdueAt() {
        return sentAt.plus(BindTimers.DEFAULT.enquireLinkAnswer());
    }
}
