package io.inlet.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a message was read as it was, for a person who asks. Holds what the message holds: it is for
 * the eyes of who gave the message, and never for a log.
 *
 * @param reading what was read
 * @param languages tags of the languages that the text's little words belong to, none if unknown
 * @param candidates what could have been the code, from left to right
 * @param passedOver numbers that are something else by their looks
 * @param brands who might have issued the code, likeliest first, a few at most; none if there is no
 *     code
 */
public record CodeExplanation(
        CodeReading reading,
        List<String> languages,
        List<Weighed> candidates,
        List<PassedOver> passedOver,
        List<Named> brands) {

    /** What a candidate needs to be the code. */
    public static final double ENOUGH = Weights.ENOUGH;

    /** The odds, as a logarithm, that a brand needs. */
    public static final double LIKELY_BRAND = Brands.LIKELY;

    /** How far it must be ahead of every other. */
    public static final double MARGIN = Weights.MARGIN;

    /**
     * A candidate and what it was worth.
     *
     * @param display as it stands in the text
     * @param code without separators
     * @param score 0.5 and more is enough, if no other comes near
     * @param namedBy the phrase that names it, or null
     * @param signs what the score is made of
     * @param circumstances what stands around it, if that was looked at: what a sign of {@code
     *     signs} is made of
     */
    public record Weighed(
            String display,
            String code,
            double score,
            @Nullable String namedBy,
            List<Sign> signs,
            List<Sign> circumstances) {}

    /**
     * One sign for or against a candidate.
     *
     * @param phrase in the text, if it is a phrase that says so
     */
    public record Sign(String reason, double weight, @Nullable String phrase) {}

    /** A number that was not judged, and what it is. */
    public record PassedOver(String display, String because) {}

    /**
     * Who might have issued the code.
     *
     * @param source {@code text}, {@code sender}, {@code host} or {@code prefix}: where it is named
     * @param odds as a logarithm, or null for a prefix, which decides by itself
     */
    public record Named(String name, String source, @Nullable Double odds) {}

    public CodeExplanation {
        languages = List.copyOf(languages);
        candidates = List.copyOf(candidates);
        passedOver = List.copyOf(passedOver);
        brands = List.copyOf(brands);
    }

    @Override
    public String toString() {
        return "explanation of " + reading;
    }
}
