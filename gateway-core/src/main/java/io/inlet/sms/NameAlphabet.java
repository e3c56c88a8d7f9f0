package io.inlet.sms;

/** How a carrier writes the names of alphanumeric senders. */
public enum NameAlphabet {
    /**
     * Told by the octets: ASCII, UTF-8 if all fit it, else Latin-1; what lies below the space is
     * GSM 7-bit.
     */
    AUTO,
    /** GSM 7-bit, one septet in each octet. */
    GSM7,
    /** GSM 7-bit packed, as networks carry it (3GPP TS 23.040, section 9.1.2.5). */
    GSM7_PACKED,
    /** ASCII. */
    ASCII,
    /** ISO-8859-1. */
    LATIN1,
    /** UTF-8. */
    UTF8
}
