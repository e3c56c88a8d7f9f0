package io.inlet.sms;

/**
 * Which part of which long message a segment is (3GPP TS 23.040, section 9.2.3.24.1; SMPP 3.4,
 * sections 5.3.2.22 to 24).
 *
 * @param reference the sender's number for the long message
 * @param referenceBits 8 or 16: the same reference of another width is another message
 * @param total parts in all, 1 to 255
 * @param part this part's number, 1 to {@code total}
 */
public record Concatenation(int reference, int referenceBits, int total, int part) {
    public Concatenation {
        if (!isValid(total, part)) {
            throw new IllegalArgumentException("part " + part + " of " + total + " cannot be");
        }
        if (referenceBits != 8 && referenceBits != 16) {
            throw new IllegalArgumentException("reference bits are 8 or 16, not " + referenceBits);
        }
    }

    /**
     * Whether a part number fits its total. TS 23.040: a receiver ignores an element that does not.
     */
    public static boolean isValid(int total, int part) {
        return total >= 1 && total <= 255 && part >= 1 && part <= total;
    }
}
