package io.inlet.http;

import java.time.Instant;
import java.util.List;

/**
 * A payload under every alphabet that it may be in.
 *
 * @param receivedAt when it came
 * @param dataCoding what its carrier said of it, 0 to 255
 * @param octets the payload in hexadecimal
 * @param guesses the likeliest first
 */
public record AlphabetReport(
        Instant receivedAt, int dataCoding, String octets, List<Guess> guesses) {
    public AlphabetReport {
        guesses = List.copyOf(guesses);
    }

    /**
     * The payload under one alphabet.
     *
     * @param alphabet in lower_snake_case, as the configuration names it
     * @param text what comes out
     * @param score how plausible that is, 0 to 100
     * @param reason why, in words
     */
    public record Guess(String alphabet, String text, int score, String reason) {}
}
