package io.inlet.simulator;

/** command_id values that the carrier knows (SMPP 3.4, section 5.1.2.1). */
final class CommandId {
    static final int RESPONSE = 0x8000_0000;
    static final int GENERIC_NACK = RESPONSE;
    static final int BIND_RECEIVER = 0x01;
    static final int BIND_TRANSMITTER = 0x02;
    static final int DELIVER_SM_RESP = RESPONSE | 0x05;
    static final int UNBIND = 0x06;
    static final int UNBIND_RESP = RESPONSE | UNBIND;
    static final int BIND_TRANSCEIVER = 0x09;
    static final int ENQUIRE_LINK = 0x15;
    static final int ENQUIRE_LINK_RESP = RESPONSE | ENQUIRE_LINK;
    static final int DATA_SM_RESP = RESPONSE | 0x103;

    private CommandId() {}

    static boolean isRequest(int commandId) {
        return (commandId & RESPONSE) == 0;
    }

    static String hex(int commandId) {
        return "0x%08x".formatted(commandId);
    }
}
