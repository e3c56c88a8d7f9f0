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
     * @param rules what the bind's carrier means by 0 and 1
     * @throws IllegalArgumentException if the coding is no octet
     */
    public static Alphabet alphabet(int dataCoding, TextRules rules) {
        return switch (dataCoding >> 4) {
            case 0x0 -> smpp(dataCoding, rules);
            // Reserved in SMPP; carriers pass the general groups of TS 23.038 through.
            case 0x1, 0x2, 0x3, 0x4, 0x5, 0x6, 0x7 -> general(dataCoding, rules);
            case 0x8, 0x9, 0xA, 0xB, 0xC, 0xD -> rules.dataCoding0();
            case 0xE -> Alphabet.UCS2;
            case 0xF -> (dataCoding & EIGHT_BIT) == 0 ? rules.dataCoding0() : Alphabet.BINARY;
            default ->
                    throw new IllegalArgumentException(
                            "data_coding: expected 0 to 255, found " + dataCoding);
        };
    }

    private static Alphabet smpp(int dataCoding, TextRules rules) {
        return switch (dataCoding) {
            case 1 -> rules.dataCoding1();
            case 3 -> Alphabet.LATIN1;
            case 6, 7, 14 -> Alphabet.ASCII;
            case 8 -> Alphabet.UCS2;
            case 2, 4, 5, 9, 10, 13 -> Alphabet.BINARY;
            default -> rules.dataCoding0();
        };
    }

    private static Alphabet general(int dataCoding, TextRules rules) {
        if ((dataCoding & COMPRESSED) != 0) {
            return Alphabet.BINARY;
        }
        return switch (dataCoding >> 2 & 3) {
            case 1 -> Alphabet.BINARY;
            case 2 -> Alphabet.UCS2;
            default -> rules.dataCoding0();
        };
    }
}
