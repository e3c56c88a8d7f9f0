package io.inlet.http;

import java.time.Instant;
import java.util.Map;

/**
 * A PDU that passed over a bind, its content masked.
 *
 * @param at when
 * @param direction {@code in} or {@code out}
 * @param session counts the connections of the bind, from 1
 * @param command the command's name
 * @param status the command_status's name
 * @param sequenceNumber the sequence_number
 * @param octets its length
 * @param fields its body's fields
 */
public record TraceLine(
        Instant at,
        String direction,
        int session,
        String command,
        String status,
        long sequenceNumber,
        int octets,
        Map<String, Object> fields) {}
