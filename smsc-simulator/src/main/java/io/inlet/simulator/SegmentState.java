package io.inlet.simulator;

/** Where a segment stands between the carrier and the gateway. */
public enum SegmentState {
    /** Waits for its first attempt. */
    NEVER_SENT(0),
    /** Sent, its answer still to come. */
    IN_FLIGHT(1),
    /** Answered with ESME_ROK: the gateway has it. */
    ACKNOWLEDGED(2),
    /** Refused for now; waits to be sent again. */
    REFUSED(3),
    /** Refused for good; never sent again. */
    LOST(4),
    /** Sent, and the session ended or the response timer ran out; waits to be sent again. */
    UNANSWERED(5);

    static final int COUNT = values().length;

    private static final SegmentState[] BY_CODE = values();

    private final int code;

    SegmentState(int code) {
        this.code = code;
    }

    /** Its place in a table, from 0. */
    int code() {
        return code;
    }

    static SegmentState of(int code) {
        return BY_CODE[code];
    }
}
