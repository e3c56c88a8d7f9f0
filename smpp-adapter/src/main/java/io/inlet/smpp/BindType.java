package io.inlet.smpp;

import java.util.List;

/** Which kind of bind the carrier grants. None of them sends messages here. */
public enum BindType {
    /** bind_receiver. */
    RECEIVER,
    /** bind_transceiver; Inlet uses its receiving half. */
    TRANSCEIVER,
    /**
     * bind_transmitter and bind_receiver, for carriers that insist on both. The transmitter keeps
     * its link alive and sends nothing. The bind is up when both are, and if one ends, both do.
     */
    PAIR;

    /** The sessions that it takes, in the order in which they bind. */
    List<Role> roles() {
        return switch (this) {
            case RECEIVER -> List.of(Role.RECEIVER);
            case TRANSCEIVER -> List.of(Role.TRANSCEIVER);
            case PAIR -> List.of(Role.TRANSMITTER, Role.RECEIVER);
        };
    }
}
