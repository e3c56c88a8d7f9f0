package io.inlet.simulator.message;

import io.inlet.sms.Octets;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** How a carrier writes text, and the data_coding it puts beside it (SMPP 3.4, section 5.2.19). */
public enum Coding {
    /** GSM 7-bit, one septet in each octet, under data_coding 0. */
    GSM7(0),
    /** ASCII, under data_coding 1. */
    ASCII(1),
    /** ISO-8859-1, under data_coding 3. */
    LATIN1(3),
    /** UTF-16, big-endian, under data_coding 8; surrogate pairs as they are. */
    UCS2(8),
    /** GSM 7-bit, eight septets in seven octets, under data_coding 0. */
    GSM7_PACKED(0),
    /** UTF-8, under data_coding 0, where some carriers put it. */
    UTF8(0, "UTF-8"),
    /** Cyrillic, under data_coding 6. */
    ISO_8859_5(6, "ISO-8859-5"),
    /** Hebrew, under data_coding 7. */
    ISO_8859_8(7, "ISO-8859-8"),
    /** JIS X 0208 in shifted form, under data_coding 5. */
    SHIFT_JIS(5, "Shift_JIS"),
    /** JIS with escape sequences, under data_coding 10. */
    ISO_2022_JP(10, "ISO-2022-JP"),
    /** KS C 5601, under data_coding 14. */
    EUC_KR(14, "EUC-KR");

    private final int dataCoding;
    private final String charset;

    Coding(int dataCoding) {
        this(dataCoding, "");
    }

    Coding(int dataCoding, String charset) {
        this.dataCoding = dataCoding;
        this.charset = charset;
    }

    /** The data_coding that belongs to it. */
    public int dataCoding() {
        return dataCoding;
    }

    /**
     * The octets of a text; of a packed one its septets, each in an octet, since what stands before
     * them decides how they are packed.
     *
     * @throws IllegalArgumentException if a character cannot be written so; names its place and not
     *     the character
     */
    public Octets encode(String text) {
        return switch (this) {
            case GSM7, GSM7_PACKED -> GsmAlphabet.encode(text);
            case ASCII -> encode(text, StandardCharsets.US_ASCII);
            case LATIN1 -> encode(text, StandardCharsets.ISO_8859_1);
            case UCS2 -> Octets.wrap(text.getBytes(StandardCharsets.UTF_16BE));
            case UTF8, ISO_8859_5, ISO_8859_8, SHIFT_JIS, ISO_2022_JP, EUC_KR ->
                    encode(text, Charset.forName(charset));
        };
    }

    private static Octets encode(String text, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (!encoder.canEncode(text.substring(i, text.offsetByCodePoints(i, 1)))) {
                throw cannotEncode(charset.name(), i);
            }
        }
        return Octets.wrap(text.getBytes(charset));
    }

    /** Whether its text counts in septets. */
    boolean isSeptets() {
        return this == GSM7 || this == GSM7_PACKED;
    }

    static IllegalArgumentException cannotEncode(String name, int index) {
        return new IllegalArgumentException(
                "text: expected characters of " + name + ", found another at " + (index + 1));
    }
}
