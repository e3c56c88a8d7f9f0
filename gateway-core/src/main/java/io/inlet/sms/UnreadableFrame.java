package io.inlet.sms;

import java.time.Instant;

/**
 * A well-framed deliver_sm or data_sm whose body could not be parsed. It goes raw into quarantine,
 * and is acknowledged, since the carrier would only send the same octets again.
 *
 * @param origin where it came in
 * @param receivedAt when its last octet was read
 * @param answered which arrivals on its session had their ESME_ROK when it was read
 * @param pdu the PDU as received, header included
 * @param problem what the parser objected to, without content
 */
public record UnreadableFrame(
        Origin origin, Instant receivedAt, Answered answered, Octets pdu, String problem)
        implements Arrival {
    /** An arrival of which only the PDU is kept. */
    public static UnreadableFrame of(Arrival arrival, String problem) {
        return new UnreadableFrame(
                arrival.origin(), arrival.receivedAt(), arrival.answered(), arrival.pdu(), problem);
    }
}
