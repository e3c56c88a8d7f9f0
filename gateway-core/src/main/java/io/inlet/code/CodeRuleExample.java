package io.inlet.code;

/**
 * A text and the code that a rule must read in it. Its text form shows neither.
 *
 * @param text up to 10,000 characters
 * @param code without separators
 */
public record CodeRuleExample(String text, String code) {
    /** How long the text may be, in UTF-16 units. */
    public static final int LONGEST = 10_000;

    @Override
    public String toString() {
        return "example";
    }
}
