package io.inlet.sms;

import org.jspecify.annotations.Nullable;

/**
 * Reads the data_coding octet (SMPP 3.4, section 5.2.19; 3GPP TS 23.038, section 4). The SMPP
 * adapter calls it on its event loops; stateless.
 *
 * <p>Up to 0x0F the table of SMPP holds. From 0x10 to 0x7F, which SMPP reserves, carriers pass the
 * general groups of TS 23.038 through, and so the octet is read. The groups above are the same in
 * both.
 */
public final class DataCoding {
    private static final int GENERAL = 0x10;
    private static final int RESERVED = 0x80;
    private static final int WAITING = 0xC0;
    private static final int WAITING_STORED = 0xD0;
    private static final int WAITING_UCS2 = 0xE0;
    private static final int CLASS_GROUP = 0xF0;

    private static final int COMPRESSED = 0x20;
    private static final int HAS_CLASS = 0x10;
    private static final int EIGHT_BIT = 0x04;
    private static final int ACTIVE = 0x08;
    private static final int LAST_TWO = 0x03;

    private DataCoding() {}

    /** The alphabet that a data_coding stands for, next to the octet itself. */
    public static Encoding read(int dataCoding, TextRules rules) {
        return new Encoding(dataCoding, alphabet(dataCoding, rules));
    }

    /**
     * The alphabet that a data_coding stands for. Reserved values mean the default (TS 23.038).
     * Pictograms (9) and what is compressed are read as binary.
     *
     * @param dataCoding 0 to 255
     * @param rules what the bind's carrier means by 0 and 1
     * @throws IllegalArgumentException if the coding is no octet
     */
    public static Alphabet alphabet(int dataCoding, TextRules rules) {
        check(dataCoding);
        if (dataCoding < GENERAL) {
            return smpp(dataCoding, rules);
        }
        if (dataCoding < RESERVED) {
            return general(dataCoding, rules);
        }
        if (dataCoding >= CLASS_GROUP) {
            return (dataCoding & EIGHT_BIT) == 0 ? rules.dataCoding0() : Alphabet.BINARY;
        }
        return dataCoding >= WAITING_UCS2 ? Alphabet.UCS2 : rules.dataCoding0();
    }

    private static Alphabet smpp(int dataCoding, TextRules rules) {
        return switch (dataCoding) {
            case 1 -> rules.dataCoding1();
            case 2, 4, 9 -> Alphabet.BINARY;
            case 3 -> Alphabet.LATIN1;
            case 5 -> Alphabet.JIS_X_0208;
            case 6 -> Alphabet.ISO_8859_5;
            case 7 -> Alphabet.ISO_8859_8;
            case 8 -> Alphabet.UCS2;
            case 10 -> Alphabet.ISO_2022_JP;
            case 13 -> Alphabet.JIS_X_0212;
            case 14 -> Alphabet.KS_C_5601;
            default -> rules.dataCoding0();
        };
    }

    private static Alphabet general(int dataCoding, TextRules rules) {
        if (isCompressed(dataCoding)) {
            return Alphabet.BINARY;
        }
        return switch (dataCoding >> 2 & LAST_TWO) {
            case 1 -> Alphabet.BINARY;
            case 2 -> Alphabet.UCS2;
            default -> rules.dataCoding0();
        };
    }

    static @Nullable Integer messageClass(int dataCoding) {
        boolean general =
                dataCoding >= GENERAL && dataCoding < RESERVED && (dataCoding & HAS_CLASS) != 0;
        return general || dataCoding >= CLASS_GROUP ? dataCoding & LAST_TWO : null;
    }

    static @Nullable MessageWaiting messageWaiting(int dataCoding) {
        if (dataCoding < WAITING || dataCoding >= CLASS_GROUP) {
            return null;
        }
        MessageWaiting.Kind kind =
                switch (dataCoding & LAST_TWO) {
                    case 0 -> MessageWaiting.Kind.VOICEMAIL;
                    case 1 -> MessageWaiting.Kind.FAX;
                    case 2 -> MessageWaiting.Kind.EMAIL;
                    default -> MessageWaiting.Kind.OTHER;
                };
        return new MessageWaiting(kind, (dataCoding & ACTIVE) != 0, dataCoding >= WAITING_STORED);
    }

    static boolean isCompressed(int dataCoding) {
        return dataCoding >= GENERAL && dataCoding < RESERVED && (dataCoding & COMPRESSED) != 0;
    }

    /** The data_coding that stands for an alphabet; 0 for those that only a bind's rules name. */
    static int usual(Alphabet alphabet) {
        return switch (alphabet) {
            case GSM7, GSM7_PACKED, UTF8 -> 0;
            case ASCII -> 1;
            case LATIN1 -> 3;
            case BINARY -> 4;
            case JIS_X_0208 -> 5;
            case ISO_8859_5 -> 6;
            case ISO_8859_8 -> 7;
            case UCS2 -> 8;
            case ISO_2022_JP -> 10;
            case JIS_X_0212 -> 13;
            case KS_C_5601 -> 14;
        };
    }

    static void check(int dataCoding) {
        if (dataCoding < 0 || dataCoding > 0xFF) {
            throw new IllegalArgumentException(
                    "data_coding: expected 0 to 255, found " + dataCoding);
        }
    }
}
