package io.inlet.sandbox;

import io.inlet.sms.Msisdn;

/**
 * A message that the simulated carrier shall send. Its text form leaves out what it says.
 *
 * @param to the number
 * @param from the sender, at most 20 characters: a plus and digits, bare digits or a name
 * @param text what it says, at most 1,000 UTF-16 units
 * @param faults what goes wrong with it
 */
public record SandboxMessage(Msisdn to, String from, String text, SandboxFaults faults) {
    /** The longest sender, in UTF-16 units. */
    public static final int LONGEST_SENDER = 20;

    /** The longest text, in UTF-16 units; some 16 parts of UCS-2. */
    public static final int LONGEST_TEXT = 1_000;

    public SandboxMessage {
        if (from.length() > LONGEST_SENDER || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("the sender or the text is too long");
        }
    }

    @Override
    public String toString() {
        return "message to " + to;
    }
}
