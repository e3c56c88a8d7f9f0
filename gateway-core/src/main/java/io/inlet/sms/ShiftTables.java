package io.inlet.sms;

/**
 * Which national tables of the GSM 7-bit alphabet a part is written in (3GPP TS 23.038, section
 * 6.2.1.2.4). 0 is the default, and so is what the specification does not list.
 *
 * @param single national language identifier of the single shift table, 0 to 255
 * @param locking the same of the locking shift table
 */
public record ShiftTables(int single, int locking) {
    /** No national table. */
    public static final ShiftTables DEFAULT = new ShiftTables(0, 0);

    ShiftTables withSingle(int language) {
        return new ShiftTables(language, locking);
    }

    ShiftTables withLocking(int language) {
        return new ShiftTables(single, language);
    }
}
