package io.inlet.benchmarks;

/**
 * What a load came to, as the carrier saw it.
 *
 * @param handed messages made, by all loads so far
 * @param acknowledged those among them that were answered with ESME_ROK
 * @param attempts deliver_sm sent, repeated ones included, by all loads so far
 * @param refusals answers that were not ESME_ROK, to all loads so far
 * @param violations things that a gateway must not send, so far
 * @param acknowledgedInTime messages acknowledged while this load was being made
 * @param seconds how long that was
 * @param response of this load: from the instant at which a message was due to its ESME_ROK
 */
record LoadResult(
        long handed,
        long acknowledged,
        long attempts,
        long refusals,
        long violations,
        long acknowledgedInTime,
        double seconds,
        Latency response) {
    double perSecond() {
        return acknowledgedInTime / seconds;
    }
}
