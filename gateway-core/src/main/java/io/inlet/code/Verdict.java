package io.inlet.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How likely a candidate is the code, and why. Filled by the {@link Judge}. For one thread. */
final class Verdict {
    /** Letters, doubled, between a name and a candidate that it names directly, at most. */
    private static final int DIRECT = 8;

    private static final double EXCLUDED = -2;

    private final Candidate candidate;
    private final List<Part> parts = new ArrayList<>(4);
    private Reason rule = Reason.SHAPE;
    private Naming naming = Naming.NONE;
    private @Nullable Role role;
    private Set<Circumstance> circumstances = Set.of();
    private double named;
    private double rest;

    /** One sign and what it counts. */
    record Part(Reason reason, double weight) {}

    /**
     * A phrase that may name a candidate.
     *
     * @param hit the phrase, or -1
     * @param letters letters that say something between it and the candidate, doubled
     * @param sentences ends of sentences between them
     */
    record Naming(int hit, @Nullable Cue cue, Reason reason, int letters, int sentences) {
        static final Naming NONE = new Naming(-1, null, Reason.SHAPE, Integer.MAX_VALUE, 0);

        boolean isDirect() {
            return letters <= DIRECT && sentences == 0;
        }
    }

    /** A phrase that says that a candidate is something else. */
    record Role(int hit, Cue cue) {}

    Verdict(Candidate candidate) {
        this.candidate = candidate;
    }

    void named(Naming by, double score) {
        if (score > named) {
            named = score;
            naming = by;
            rule = by.reason();
        }
    }

    /** A sign that stands for itself, if nothing names the candidate better. */
    void atLeast(Reason reason, double score) {
        if (score > named) {
            named = score;
            rule = reason;
        }
    }

    /** What stands around it decides alone: its looks and place are among that. */
    void decide(Reason reason, double score) {
        rule = reason;
        named = score;
        rest = 0;
        parts.clear();
    }

    void add(Reason reason, double weight) {
        rest += weight;
        parts.add(new Part(reason, weight));
    }

    /** What stands around it, where that was looked at. */
    void standsIn(Set<Circumstance> found) {
        circumstances = found;
    }

    /** It is something else, as the phrase beside it says. */
    void role(Role takenBy) {
        role = takenBy;
    }

    /** What is called a code right after it is one, whatever stands before. */
    void forgetRole() {
        role = null;
    }

    Candidate candidate() {
        return candidate;
    }

    /** 0.5 and more is enough, as far as others are not as good. */
    double score() {
        return (role == null ? 0 : EXCLUDED) + (named > 0 ? named + rest : Math.min(rest, 0));
    }

    Set<Circumstance> circumstances() {
        return circumstances;
    }

    Reason rule() {
        return role == null ? rule : Reason.ROLE;
    }

    Naming naming() {
        return naming;
    }

    @Nullable Role role() {
        return role;
    }

    List<Part> parts() {
        List<Part> all = new ArrayList<>(parts);
        all.addFirst(new Part(rule, named));
        if (role != null) {
            all.add(new Part(Reason.ROLE, EXCLUDED));
        }
        return all;
    }
}
