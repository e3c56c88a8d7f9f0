package io.inlet.smpp;

/** The values of command_id that Inlet knows (SMPP 3.4, section 5.1.2.1). */
final class CommandId {
    static final int BIND_RECEIVER = 0x01;
    static final int BIND_TRANSMITTER = 0x02;
    static final int DELIVER_SM = 0x05;
    static final int UNBIND = 0x06;
    static final int BIND_TRANSCEIVER = 0x09;
    static final int OUTBIND = 0x0B;
    static final int ENQUIRE_LINK = 0x15;
    static final int ALERT_NOTIFICATION = 0x102;
    static final int DATA_SM = 0x103;

    /** Set in every response; generic_nack is nothing else. */
    static final int RESPONSE = 0x8000_0000;

    static final int GENERIC_NACK = RESPONSE;

    private CommandId() {}

    static boolean isResponse(int commandId) {
        return (commandId & RESPONSE) != 0;
    }

    /**
     * The commands that may leave this house. Inlet has no path that sends a message, and this list
     * is where that is enforced: every frame passes {@link FrameWriter}.
     */
    static boolean mayLeave(int commandId) {
        return switch (commandId & ~RESPONSE) {
            case BIND_RECEIVER, BIND_TRANSMITTER, BIND_TRANSCEIVER, UNBIND, ENQUIRE_LINK -> true;
            case DELIVER_SM, DATA_SM, 0 -> isResponse(commandId);
            default -> false;
        };
    }
}
