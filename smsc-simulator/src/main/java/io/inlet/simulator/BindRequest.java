package io.inlet.simulator;

/** What an ESME asks for in its bind (SMPP 3.4, section 4.1). Its text form has no password. */
record BindRequest(BindType type, String systemId, String password) {
    /**
     * Reads a bind_* PDU.
     *
     * @throws IllegalArgumentException if its body is cut short
     */
    static BindRequest of(Pdu pdu) {
        String systemId = pdu.text(0);
        String password = pdu.text(systemId.length() + 1);
        return new BindRequest(type(pdu.commandId()), systemId, password);
    }

    private static BindType type(int commandId) {
        return switch (commandId) {
            case CommandId.BIND_RECEIVER -> BindType.RECEIVER;
            case CommandId.BIND_TRANSMITTER -> BindType.TRANSMITTER;
            default -> BindType.TRANSCEIVER;
        };
    }

    @Override
    public String toString() {
        return "bind as " + type + " of " + systemId;
    }
}
