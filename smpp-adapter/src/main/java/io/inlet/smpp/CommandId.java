package io.inlet.smpp;

/** The values of command_id that Inlet knows (SMPP 3.4, section 5.1.2.1). */
public final class CommandId {
    public static final int BIND_RECEIVER = 0x01;
    public static final int BIND_TRANSMITTER = 0x02;
    public static final int DELIVER_SM = 0x05;
    public static final int UNBIND = 0x06;
    public static final int BIND_TRANSCEIVER = 0x09;
    public static final int OUTBIND = 0x0B;
    public static final int ENQUIRE_LINK = 0x15;
    public static final int ALERT_NOTIFICATION = 0x102;
    public static final int DATA_SM = 0x103;

    /** Set in every response; generic_nack is nothing else. */
    public static final int RESPONSE = 0x8000_0000;

    public static final int GENERIC_NACK = RESPONSE;

    private CommandId() {}

    static boolean isResponse(int commandId) {
        return (commandId & RESPONSE) != 0;
    }

    /** The command's name in the specification, or its number in hexadecimal. */
    public static String name(int commandId) {
        String name =
                switch (commandId & ~RESPONSE) {
                    case 0x00 -> "generic_nack";
                    case BIND_RECEIVER -> "bind_receiver";
                    case BIND_TRANSMITTER -> "bind_transmitter";
                    case 0x03 -> "query_sm";
                    case 0x04 -> "submit_sm";
                    case DELIVER_SM -> "deliver_sm";
                    case UNBIND -> "unbind";
                    case 0x07 -> "replace_sm";
                    case 0x08 -> "cancel_sm";
                    case BIND_TRANSCEIVER -> "bind_transceiver";
                    case OUTBIND -> "outbind";
                    case ENQUIRE_LINK -> "enquire_link";
                    case 0x21 -> "submit_multi";
                    case ALERT_NOTIFICATION -> "alert_notification";
                    case DATA_SM -> "data_sm";
                    default -> "";
                };
        if (name.isEmpty()) {
            return String.format("0x%08x", commandId);
        }
        return !isResponse(commandId) || commandId == GENERIC_NACK ? name : name + "_resp";
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
