package io.inlet.sms;

import org.jspecify.annotations.Nullable;

/**
 * What a data_coding said of a text, and how the text was read. The two can differ from carrier to
 * carrier: 0 stands for whatever the bind's settings name.
 *
 * @param dataCoding as received, 0 to 255
 * @param alphabet how the octets are read
 */
public record Encoding(int dataCoding, Alphabet alphabet) {
    public Encoding {
        DataCoding.check(dataCoding);
    }

    /** The encoding with the data_coding that stands for an alphabet by the specification. */
    public static Encoding of(Alphabet alphabet) {
        return new Encoding(DataCoding.usual(alphabet), alphabet);
    }

    /** The message class, 0 to 3, or null if the data_coding tells none. */
    public @Nullable Integer messageClass() {
        return DataCoding.messageClass(dataCoding);
    }

    /** The message waiting indication, or null if the data_coding is none. */
    public @Nullable MessageWaiting messageWaiting() {
        return DataCoding.messageWaiting(dataCoding);
    }

    /** Whether the text is compressed (3GPP TS 23.042); then it is read as binary. */
    public boolean isCompressed() {
        return DataCoding.isCompressed(dataCoding);
    }

    /** Whether the content is no text, but shown as hexadecimal digits. */
    public boolean isBinary() {
        return alphabet == Alphabet.BINARY;
    }
}
