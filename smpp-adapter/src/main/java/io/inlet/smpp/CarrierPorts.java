package io.inlet.smpp;

import io.inlet.intake.SessionStore;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What carriers need of the rest of the gateway.
 *
 * @param inbox takes what they bring
 * @param sessions keeps what is known of sessions; called from one thread of the carriers' own
 * @param observer counts
 * @param clock tells the time of arrivals
 * @param redeliveryHorizon for how long an equal SMS counts as a redelivery: doubts about an answer
 *     are kept for as long. Must not be shorter than the store's own
 */
public record CarrierPorts(
        Inbox inbox,
        SessionStore sessions,
        CarrierObserver observer,
        InstantSource clock,
        Duration redeliveryHorizon) {
    /** The default: two days. */
    public static final Duration REDELIVERY_HORIZON = Duration.ofDays(2);
}
