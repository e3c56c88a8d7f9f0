package io.inlet.sms;

/**
 * An address as the carrier wrote it (SMPP 3.4, sections 5.2.5 to 5.2.9). Its text form leaves the
 * value out, since that may be a person's number.
 *
 * @param ton type of number, 0 to 255; values past 6 are reserved but seen
 * @param npi numbering plan indicator, 0 to 255, often wrong
 * @param value the characters between start and NUL, each one octet (Latin-1); may be empty
 */
public record Address(int ton, int npi, String value) {
    /** TON of an international number. */
    public static final int TON_INTERNATIONAL = 1;

    /** TON of an alphanumeric address. */
    public static final int TON_ALPHANUMERIC = 5;

    @Override
    public String toString() {
        return "address ton=" + ton + " npi=" + npi + " length=" + value.length();
    }
}
