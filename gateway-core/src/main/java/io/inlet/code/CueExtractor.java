package io.inlet.code;

import io.inlet.code.CodeReading.Kind;
import io.inlet.code.CodeReading.Purpose;
import io.inlet.id.EnumName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads codes by the words near them: a number that looks like a code, and a phrase of {@code
 * cues.txt} close enough to it in the same sentence. Stateless and immutable; lanes share one.
 */
public final class CueExtractor implements CodeExtractor {
    private static final int RULE_VERSION = 1;
    private static final double ENOUGH = 0.5;
    private static final int MOST_OTHERS = 5;
    private static final int MOST_SORTED = 50;

    private final CueWords words = CueWords.read();

    @Override
    public CodeReading read(String text, String sender) {
        return read(Folded.of(text), text, sender);
    }

    CodeReading read(CharSequence folded, String text, String sender) {
        List<Hit> hits = words.find(folded);
        NumberScanner scanner = new NumberScanner(folded, text, hits);
        List<Candidate> candidates = scanner.scan();
        List<Verdict> verdicts = judge(candidates, new Judge(folded, text, hits));
        Verdict best = null;
        for (Verdict verdict : verdicts) {
            best = best == null || verdict.score() > best.score() ? verdict : best;
        }
        if (best == null) {
            return nothing(hits);
        }
        List<String> others = others(verdicts, best);
        Duration validFor = has(hits, Cue.VALID) ? scanner.duration() : null;
        boolean door = best.anchor() != null && best.anchor().cue() == Cue.PIN;
        String code = best.candidate().code();
        return new CodeReading(
                door ? null : code,
                text.substring(best.candidate().from(), best.candidate().to()),
                door ? Kind.PIN : Kind.ONE_TIME_CODE,
                Brands.of(text, best, sender),
                validFor,
                purpose(hits),
                best.score(),
                rule(best.anchor()),
                RULE_VERSION,
                door ? List.of(code) : others);
    }

    private static List<Verdict> judge(List<Candidate> candidates, Judge judge) {
        List<Verdict> verdicts = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            Verdict verdict = judge.judge(candidate);
            if (verdict.score() >= ENOUGH) {
                verdicts.add(verdict);
            }
        }
        return verdicts;
    }

    private static List<String> others(List<Verdict> verdicts, Verdict best) {
        if (verdicts.size() == 1) {
            return List.of();
        }
        return verdicts.stream()
                .limit(MOST_SORTED)
                .filter(v -> !v.candidate().code().equals(best.candidate().code()))
                .sorted(Comparator.comparingDouble(Verdict::score).reversed())
                .map(v -> v.candidate().code())
                .distinct()
                .limit(MOST_OTHERS)
                .toList();
    }

    private static String rule(@Nullable Hit anchor) {
        return anchor == null ? "shape" : "near_" + EnumName.of(anchor.cue());
    }

    private static CodeReading nothing(List<Hit> hits) {
        return new CodeReading(
                null,
                null,
                kind(hits),
                null,
                null,
                Purpose.UNKNOWN,
                0,
                "none",
                RULE_VERSION,
                List.of());
    }

    private static Kind kind(List<Hit> hits) {
        if (has(hits, Cue.ALERT)) {
            return Kind.SECURITY_ALERT;
        }
        if (has(hits, Cue.PROMO)) {
            return Kind.PROMO;
        }
        return has(hits, Cue.NOT) ? Kind.NOTIFICATION : Kind.OTHER;
    }

    private static boolean has(List<Hit> hits, Cue cue) {
        for (Hit hit : hits) {
            if (hit.cue() == cue) {
                return true;
            }
        }
        return false;
    }

    private static Purpose purpose(List<Hit> hits) {
        for (Hit hit : hits) {
            Purpose purpose = hit.cue().purpose();
            if (purpose != null) {
                return purpose;
            }
        }
        return Purpose.UNKNOWN;
    }
}
