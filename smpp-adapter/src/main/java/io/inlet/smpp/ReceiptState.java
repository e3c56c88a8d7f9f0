package io.inlet.smpp;

import java.util.Locale;

/**
 * The state of a message that a delivery receipt tells (SMPP 3.4, section 5.2.28; 5.0 adds two).
 */
public enum ReceiptState {
    /** Not sent yet (5.0). */
    SCHEDULED("SCHED"),
    ENROUTE("ENROU"),
    DELIVERED("DELIV"),
    EXPIRED("EXPIR"),
    DELETED("DELET"),
    UNDELIVERABLE("UNDEL"),
    ACCEPTED("ACCEP"),
    /** Also what stands for a state that is missing or not of this list. */
    UNKNOWN("UNKNO"),
    REJECTED("REJEC"),
    /** Not sent, since somebody said so (5.0). */
    SKIPPED("SKIPP");

    private static final ReceiptState[] BY_CODE = values();

    private final String start;

    ReceiptState(String start) {
        this.start = start;
    }

    /** The state of message_state's number. */
    static ReceiptState of(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : UNKNOWN;
    }

    /** The state of a receipt's text, where it is cut to seven letters, or is not: DELIVRD. */
    static ReceiptState of(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (ReceiptState state : BY_CODE) {
            if (upper.startsWith(state.start)) {
                return state;
            }
        }
        return UNKNOWN;
    }
}
