package io.inlet.sms;

/** How octets of user data become characters. */
public enum Alphabet {
    /** GSM 03.38 default alphabet with its extension table, one septet in each octet. */
    GSM7,
    /** The same, eight septets packed into seven octets (3GPP TS 23.038, section 6.1.2.1). */
    GSM7_PACKED,
    /** IA5, also known as ASCII. */
    ASCII,
    /** ISO-8859-1. */
    LATIN1,
    /** UTF-16, big-endian unless it starts with a byte order mark; surrogate pairs are joined. */
    UCS2,
    /** UTF-8, by agreement with a carrier only. */
    UTF8,
    /** Not text: shown as hexadecimal digits. */
    BINARY
}
