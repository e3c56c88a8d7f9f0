package io.inlet.sms;

/** What a carrier says about a message in a TLV of its own. Its text form leaves the value out. */
public sealed interface CarrierField {
    /** Its name in the bind's settings. */
    String name();

    /**
     * A text, octets in hexadecimal, or a time as ISO 8601 has it.
     *
     * @param name its name in the bind's settings
     * @param value never holds U+0000
     */
    record Text(String name, String value) implements CarrierField {
        @Override
        public String toString() {
            return "carrier field " + name;
        }
    }

    /**
     * A whole number.
     *
     * @param name its name in the bind's settings
     * @param value not negative unless it has 8 octets
     */
    record Whole(String name, long value) implements CarrierField {
        @Override
        public String toString() {
            return "carrier field " + name;
        }
    }
}
