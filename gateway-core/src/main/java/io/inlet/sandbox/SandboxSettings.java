package io.inlet.sandbox;

import io.inlet.settings.Default;

/**
 * Whether sandbox tenants may send themselves messages.
 *
 * @param enabled whether the gateway keeps a simulated carrier of its own, on this machine's
 *     loopback interface, and a bind to it
 * @param messagesPerMinute how many messages one tenant may send itself in a minute, 1 to 10,000
 */
public record SandboxSettings(
        @Default("false") boolean enabled, @Default("60") int messagesPerMinute) {
    /** The simulated carrier's name; no other may have it while there is a sandbox. */
    public static final String CARRIER = "sandbox";

    public SandboxSettings {
        if (messagesPerMinute < 1 || messagesPerMinute > 10_000) {
            throw new IllegalArgumentException(
                    "messagesPerMinute: expected 1 to 10000, found " + messagesPerMinute);
        }
    }
}
