package io.inlet.sms;

import java.time.Instant;

/**
 * A well-framed deliver_sm or data_sm whose body could not be parsed. It goes raw into quarantine,
 * and is acknowledged, since the carrier would only send the same octets again.
 *
 * @param origin where it came in
 * @param receivedAt when its last octet was read
 * @param pdu the PDU as received, header included
 * @param problem what the parser objected to, without content
 */
public record UnreadableFrame(Origin origin, Instant receivedAt, Octets pdu, String problem)
        implements Arrival {}
