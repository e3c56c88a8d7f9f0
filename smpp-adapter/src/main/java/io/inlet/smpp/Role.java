package io.inlet.smpp;

/** What one session is bound as. */
enum Role {
    RECEIVER(CommandId.BIND_RECEIVER),
    TRANSCEIVER(CommandId.BIND_TRANSCEIVER),
    /** Keeps its link alive and does nothing else: Inlet has nothing to send. */
    TRANSMITTER(CommandId.BIND_TRANSMITTER);

    private final int commandId;

    Role(int commandId) {
        this.commandId = commandId;
    }

    /** The command_id of its bind request. */
    int commandId() {
        return commandId;
    }
}
