package io.inlet.sms;

/**
 * Reads the data_coding octet (SMPP 3.4, section 5.2.19; 3GPP TS 23.038, section 4). The SMPP
 * adapter calls it on its event loops; stateless.
 */
public final class DataCoding {
    private static final int COMPRESSED = 0x20;
    private static final int EIGHT_BIT = 0x04;

    private DataCoding() {}

    /**
     * The alphabet that a data_coding stands for. Codings that are not read yet come as {@link
     * Alphabet#ASCII} where digits survive that (ISO-8859-5, ISO-8859-8, KS C 5601), else as {@link
     * Alphabet#BINARY}; reserved values mean the default (TS 23.038).
     *
     * @param dataCoding 0 to 255
     * @param defaultAlphabet what the bind's carrier sends under 0, and under 1
     * @throws IllegalArgumentException if the coding is no octet
     */
    public static Alphabet alphabet(int dataCoding, Alphabet defaultAlphabet) {
        return switch (dataCoding >> 4) {
            case 0x0 -> smpp(dataCoding, defaultAlphabet);
            // Reserved in SMPP; carriers pass the general groups of TS 23.038 through.
            case 0x1, 0x2, 0x3, 0x4, 0x5, 0x6, 0x7 -> general(dataCoding, defaultAlphabet);
            case 0x8, 0x9, 0xA, 0xB, 0xC, 0xD -> defaultAlphabet;
            case 0xE -> Alphabet.UCS2;
            case 0xF -> (dataCoding & EIGHT_BIT) == 0 ? defaultAlphabet : Alphabet.BINARY;
            default ->
                    throw new IllegalArgumentException(
                            "data_coding: expected 0 to 255, found " + dataCoding);
        };
    }

    private static Alphabet smpp(int dataCoding, Alphabet defaultAlphabet) {
        return switch (dataCoding) {
            case 3 -> Alphabet.LATIN1;
            case 6, 7, 14 -> Alphabet.ASCII;
            case 8 -> Alphabet.UCS2;
            case 2, 4, 5, 9, 10, 13 -> Alphabet.BINARY;
            default -> defaultAlphabet;
        };
    }

    private static Alphabet general(int dataCoding, Alphabet defaultAlphabet) {
        if ((dataCoding & COMPRESSED) != 0) {
            return Alphabet.BINARY;
        }
        return switch (dataCoding >> 2 & 3) {
            case 1 -> Alphabet.BINARY;
            case 2 -> Alphabet.UCS2;
            default -> defaultAlphabet;
        };
    }
}
