package io.inlet.sms;

import java.time.Instant;

/**
 * Reads a PDU that was stored again, by what its bind's settings are now. Any thread; must not
 * block.
 */
@FunctionalInterface
public interface StoredPduReader {
    /**
     * Reads a PDU.
     *
     * @param origin where it came in, which is what the result says too; its bind's settings count
     * @param arrivedAt when it came, which is what the result says too
     * @param pdu all of it, header included
     * @return a segment; or an unreadable frame whose problem says why it is no message, for one
     *     that the bind is not configured any more
     */
    Arrival read(Origin origin, Instant arrivedAt, Octets pdu);
}
