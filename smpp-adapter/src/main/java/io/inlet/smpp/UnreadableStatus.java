package io.inlet.smpp;

/** What a carrier hears about a PDU that nobody can parse, once its raw octets are stored. */
public enum UnreadableStatus {
    /** Taken: it will not come again. */
    ESME_ROK(CommandStatus.ESME_ROK),
    /** Message length is invalid: for carriers that want to know of their faults. */
    ESME_RINVMSGLEN(CommandStatus.ESME_RINVMSGLEN);

    private final int code;

    UnreadableStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
