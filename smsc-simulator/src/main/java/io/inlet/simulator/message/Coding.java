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
    UCS2(8);

    private final int dataCoding;

    Coding(int dataCoding) {
        this.dataCoding = dataCoding;
    }

    /** The data_coding that belongs to it. */
    public int dataCoding() {
        return dataCoding;
    }

    /**
     * The octets of a text.
     *
     * @throws IllegalArgumentException if a character cannot be written so; names its place and not
     *     the character
     */
    public Octets encode(String text) {
        return switch (this) {
            case GSM7 -> GsmAlphabet.encode(text);
            case ASCII -> encode(text, StandardCharsets.US_ASCII);
            case LATIN1 -> encode(text, StandardCharsets.ISO_8859_1);
            case UCS2 -> Octets.wrap(text.getBytes(StandardCharsets.UTF_16BE));
        };
    }

    private static Octets encode(String text, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        for (int i = 0; i < text.length(); i++) {
            if (!encoder.canEncode(text.charAt(i))) {
                throw cannotEncode(charset.name(), i);
            }
        }
        return Octets.wrap(text.getBytes(charset));
    }

    static IllegalArgumentException cannotEncode(String name, int index) {
        return new IllegalArgumentException(
                "text: expected characters of " + name + ", found another at " + (index + 1));
    }
}
