package io.inlet.sms;

/**
 * Who a message claims to come from. Its text form is masked: a sender may be a person.
 *
 * @param raw the address value as received
 * @param kind what the address turned out to be
 * @param ton type of number as received
 * @param npi numbering plan indicator as received
 * @param display what is shown to people: a plus and E.164 digits, the short code, or the name;
 *     empty if the carrier gave none
 */
public record Sender(String raw, Kind kind, int ton, int npi, String display) {

    /** What a source address turned out to be. */
    public enum Kind {
        E164,
        SHORT_CODE,
        ALPHANUMERIC,
        /** The carrier sent no source address. */
        EMPTY,
        /** Digits that are neither a valid number nor of a short code's length. */
        UNKNOWN
    }

    @Override
    public String toString() {
        return "sender " + kind;
    }
}
