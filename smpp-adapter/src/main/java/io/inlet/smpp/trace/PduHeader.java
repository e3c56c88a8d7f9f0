package io.inlet.smpp.trace;

import io.inlet.sms.Octets;

/**
 * The header of a PDU (SMPP 3.4, section 3.2).
 *
 * @param commandId what it is
 * @param commandStatus how it went, in a response
 * @param sequenceNumber which request an answer belongs to
 */
record PduHeader(int commandId, int commandStatus, int sequenceNumber) {
    static final int BIND_RECEIVER = 0x01;
    static final int BIND_TRANSMITTER = 0x02;
    static final int DELIVER_SM = 0x05;
    static final int BIND_TRANSCEIVER = 0x09;
    static final int OUTBIND = 0x0B;
    static final int DATA_SM = 0x103;
    static final int RESPONSE = 0x8000_0000;

    /** Reads the first 16 octets, of which a frame has no fewer. */
    static PduHeader of(Octets pdu) {
        return new PduHeader(number(pdu, 4), number(pdu, 8), number(pdu, 12));
    }

    private static int number(Octets pdu, int at) {
        return pdu.at(at) << 24 | pdu.at(at + 1) << 16 | pdu.at(at + 2) << 8 | pdu.at(at + 3);
    }

    /** The command's name in the specification, or its number in hexadecimal. */
    String command() {
        String name =
                switch (commandId & ~RESPONSE) {
                    case 0x00 -> "generic_nack";
                    case BIND_RECEIVER -> "bind_receiver";
                    case BIND_TRANSMITTER -> "bind_transmitter";
                    case 0x03 -> "query_sm";
                    case 0x04 -> "submit_sm";
                    case DELIVER_SM -> "deliver_sm";
                    case 0x06 -> "unbind";
                    case 0x07 -> "replace_sm";
                    case 0x08 -> "cancel_sm";
                    case BIND_TRANSCEIVER -> "bind_transceiver";
                    case OUTBIND -> "outbind";
                    case 0x15 -> "enquire_link";
                    case 0x21 -> "submit_multi";
                    case 0x102 -> "alert_notification";
                    case DATA_SM -> "data_sm";
                    default -> "";
                };
        if (name.isEmpty()) {
            return String.format("0x%08x", commandId);
        }
        return (commandId & RESPONSE) == 0 || commandId == RESPONSE ? name : name + "_resp";
    }
}
