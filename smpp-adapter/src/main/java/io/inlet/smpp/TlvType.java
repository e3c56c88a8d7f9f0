package io.inlet.smpp;

/** How the octets of a carrier's own TLV are read. */
public enum TlvType {
    /** UTF-8 where all octets fit it, else Latin-1, up to a NUL; at most 256 characters. */
    TEXT,
    /** A whole number of 1 to 8 octets, the most significant first. */
    INTEGER,
    /** Hexadecimal digits, of at most 128 octets. */
    OCTETS,
    /**
     * An instant: an absolute time of SMPP (section 7.1.1), ISO 8601 with an offset, or the seconds
     * or milliseconds since 1970, in digits or in 4 or 8 octets.
     */
    TIME
}
