package io.inlet.simulator.message;

import io.inlet.sms.Octets;
import java.util.List;

/**
 * A message as the carrier will send it: whole PDUs, in the order in which they go out. The carrier
 * sets the sequence_number of each (octets 12 to 15), and changes nothing else, however often it
 * sends them. Immutable.
 *
 * @param pdus at least one PDU of at least 16 octets
 */
public record OutgoingMessage(List<Octets> pdus) {
    private static final int HEADER = 16;

    public OutgoingMessage {
        pdus = List.copyOf(pdus);
        if (pdus.isEmpty() || pdus.stream().anyMatch(pdu -> pdu.length() < HEADER)) {
            throw new IllegalArgumentException("pdus: expected at least one, each with a header");
        }
    }

    /** Starts a message to a number; the address as {@link AddressText} reads it. */
    public static MessageBuilder to(String destination) {
        return new MessageBuilder(AddressText.parse(destination));
    }

    /** A PDU given as it is, malformed ones included; only its sequence_number will be set. */
    public static OutgoingMessage ofPdu(Octets pdu) {
        return new OutgoingMessage(List.of(pdu));
    }
}
