package io.inlet.sms;

import org.jspecify.annotations.Nullable;

/**
 * Who a message claims to come from. Its text form is masked: a sender may be a person.
 *
 * @param raw the address value as received
 * @param kind what the address turned out to be
 * @param ton type of number as received
 * @param npi numbering plan indicator as received
 * @param display what is shown to people: a plus and E.164 digits, the short code, or the name;
 *     empty if the carrier gave none
 * @param country of a short code, the country whose network has it (ISO 3166-1), if the bind's
 *     settings tell; else null
 */
public record Sender(
        String raw, Kind kind, int ton, int npi, String display, @Nullable String country) {
    /** A sender of no known country. */
    public Sender(String raw, Kind kind, int ton, int npi, String display) {
        this(raw, kind, ton, npi, display, null);
    }

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
