package io.inlet.smpp;

/**
 * A command_status after which carriers try again (SMPP 3.4, section 5.1.3). A carrier drops a
 * message for good on any other, so that only these can be configured.
 */
public enum TemporaryStatus {
    /** System error. */
    ESME_RSYSERR(CommandStatus.ESME_RSYSERR),
    /** Message queue full. */
    ESME_RMSGQFUL(CommandStatus.ESME_RMSGQFUL),
    /** Submit failed: some carriers know no better one. */
    ESME_RSUBMITFAIL(CommandStatus.ESME_RSUBMITFAIL),
    /** Throttled. */
    ESME_RTHROTTLED(CommandStatus.ESME_RTHROTTLED),
    /** Temporary error of the receiving application: meant for this, and not known everywhere. */
    ESME_RX_T_APPN(CommandStatus.ESME_RX_T_APPN),
    /** Query failed: some carriers retry on it. */
    ESME_RQUERYFAIL(CommandStatus.ESME_RQUERYFAIL),
    /** Delivery failure. */
    ESME_RDELIVERYFAILURE(CommandStatus.ESME_RDELIVERYFAILURE),
    /** Unknown error. */
    ESME_RUNKNOWNERR(CommandStatus.ESME_RUNKNOWNERR);

    private final int code;

    TemporaryStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
