package io.inlet.smpp.trace;

import io.inlet.smpp.CommandStatus;
import io.inlet.sms.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A PDU as an engineer reads it, its content masked.
 *
 * @param at when it was read or written
 * @param direction which way
 * @param session counts the connections of the bind, from 1
 * @param command the command's name, or its number in hexadecimal
 * @param status the command_status's name, or its number in hexadecimal
 * @param sequenceNumber the sequence_number, without a sign
 * @param octets its length, header included
 * @param fields the body's fields in their order: a number, a text, or how many octets are hidden.
 *     Of parameters that come twice the last is here
 */
public record PduLine(
        Instant at,
        Direction direction,
        int session,
        String command,
        String status,
        long sequenceNumber,
        int octets,
        Map<String, Object> fields) {
    private static final int LONGEST_NUMBER = 4;

    static PduLine of(TracedPdu traced) {
        Octets pdu = traced.pdu();
        PduHeader header = PduHeader.of(pdu);
        List<PduField> found = PduFields.of(pdu);
        Octets masked = PduMask.masked(pdu, found);
        Map<String, Object> fields = new LinkedHashMap<>();
        found.forEach(field -> fields.put(field.name(), shown(masked, field)));
        return new PduLine(
                traced.at(),
                traced.direction(),
                traced.session(),
                header.command(),
                CommandStatus.name(header.commandStatus()),
                Integer.toUnsignedLong(header.sequenceNumber()),
                pdu.length(),
                fields);
    }

    private static Object shown(Octets masked, PduField field) {
        Octets octets = masked.slice(field.from(), field.to());
        return switch (field.kind()) {
            case NUMBER -> field.length() > LONGEST_NUMBER ? octets.toHex() : number(octets);
            case TEXT, ADDRESS -> new String(octets.array(), StandardCharsets.ISO_8859_1);
            case OCTETS, HEADER -> octets.toHex();
            case HIDDEN -> octets.toString();
        };
    }

    private static long number(Octets octets) {
        long value = 0;
        for (int i = 0; i < octets.length(); i++) {
            value = value << Byte.SIZE | octets.at(i);
        }
        return value;
    }
}
