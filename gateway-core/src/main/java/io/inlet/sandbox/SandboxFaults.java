package io.inlet.sandbox;

import java.time.Duration;

/**
 * What the simulated carrier does wrong with a message.
 *
 * @param delay how long it keeps the message before it sends it, nothing to 60 s
 * @param doubled whether it sends every part twice, as carriers do that did not hear the answer
 * @param outOfOrder whether it sends the last part first
 * @param missingPart the number of the part that it never sends, from 1; 0 for none
 * @param brokenEncoding whether it writes UTF-8 and says that it is UCS-2
 */
public record SandboxFaults(
        Duration delay,
        boolean doubled,
        boolean outOfOrder,
        int missingPart,
        boolean brokenEncoding) {
    /** The longest delay. */
    public static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

    /** A carrier that does all as it should. */
    public static final SandboxFaults NONE =
            new SandboxFaults(Duration.ZERO, false, false, 0, false);

    public SandboxFaults {
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("delay: expected 0s to 60s, found " + delay);
        }
        if (missingPart < 0 || missingPart > 255) {
            throw new IllegalArgumentException(
                    "missingPart: expected 0 to 255, found " + missingPart);
        }
    }

    /** Whether it needs a text of several parts. */
    public boolean needsParts() {
        return outOfOrder || missingPart > 0;
    }
}
