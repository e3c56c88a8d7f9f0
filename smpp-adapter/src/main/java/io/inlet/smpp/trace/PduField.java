package io.inlet.smpp.trace;

/**
 * A stretch of a PDU's body.
 *
 * @param name its name in SMPP 3.4, or {@code tlv_} and the tag in hexadecimal
 * @param kind what it is
 * @param from its first octet, counted from the start of the PDU
 * @param to the octet after its last
 */
record PduField(String name, Kind kind, int from, int to) {
    /** What a field is, and so how much of it may be shown. */
    enum Kind {
        /** A number of 1 to 4 octets: shown. */
        NUMBER,
        /** Text, its NUL aside: shown, but the end of a number in it. */
        TEXT,
        /** An address: shown, but the end of a number. */
        ADDRESS,
        /** Octets that mean something by themselves: shown in hexadecimal. */
        OCTETS,
        /** A user data header: shown in hexadecimal, but what might be content. */
        HEADER,
        /** A password, a text, or what nobody knows: only its length is shown. */
        HIDDEN
    }

    int length() {
        return to - from;
    }
}
