package io.inlet.smpp.trace;

import io.inlet.smpp.CommandId;
import io.inlet.sms.Octets;

/**
 * The header of a PDU (SMPP 3.4, section 3.2).
 *
 * @param commandId what it is
 * @param commandStatus how it went, in a response
 * @param sequenceNumber which request an answer belongs to
 */
record PduHeader(int commandId, int commandStatus, int sequenceNumber) {
    /** Reads the first 16 octets, of which a frame has no fewer. */
    static PduHeader of(Octets pdu) {
        return new PduHeader(number(pdu, 4), number(pdu, 8), number(pdu, 12));
    }

    private static int number(Octets pdu, int at) {
        return pdu.at(at) << 24 | pdu.at(at + 1) << 16 | pdu.at(at + 2) << 8 | pdu.at(at + 3);
    }

    /** The command's name in the specification, or its number in hexadecimal. */
    String command() {
        return CommandId.name(commandId);
    }
}
