package io.inlet.benchmarks;

/**
 * What a load came to, as the carrier saw it.
 *
 * @param handed messages made
 * @param acknowledged messages answered with ESME_ROK, the warm-up's too
 * @param attempts deliver_sm sent, repeated ones included
 * @param refusals answers that were not ESME_ROK
 * @param violations things that a gateway must not send
 * @param measuredAcknowledged messages acknowledged while it was measured
 * @param measuredSeconds how long that was
 * @param response from the instant at which a message was to go out to its ESME_ROK
 */
record LoadResult(
        long handed,
        long acknowledged,
        long attempts,
        long refusals,
        long violations,
        long measuredAcknowledged,
        double measuredSeconds,
        Latency response) {
    double perSecond() {
        return measuredAcknowledged / measuredSeconds;
    }
}
