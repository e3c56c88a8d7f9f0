package io.inlet.sms;

/** How octets of user data become characters. */
public enum Alphabet {
    /**
     * GSM 7-bit default alphabet with its extension table, or the national tables that the header
     * names, one septet in each octet (3GPP TS 23.038).
     */
    GSM7,
    /** The same, eight septets packed into seven octets (3GPP TS 23.038, section 6.1.2.1). */
    GSM7_PACKED,
    /** IA5, also known as ASCII. */
    ASCII,
    /** ISO-8859-1. */
    LATIN1,
    /** Latin and Cyrillic. */
    ISO_8859_5,
    /** Latin and Hebrew, in logical order. */
    ISO_8859_8,
    /**
     * Japanese in two octets a character, with or without their top bits; Shift_JIS and ISO-2022-JP
     * are recognised and read too.
     */
    JIS_X_0208,
    /** Japanese with escape sequences. */
    ISO_2022_JP,
    /** The supplementary kanji, in two octets a character, as {@link #JIS_X_0208}. */
    JIS_X_0212,
    /** Korean: EUC-KR with the extensions of code page 949. */
    KS_C_5601,
    /** UTF-16, big-endian unless it starts with a byte order mark; surrogate pairs are joined. */
    UCS2,
    /** UTF-8, by agreement with a carrier only. */
    UTF8,
    /** Not text: shown as hexadecimal digits. */
    BINARY
}
