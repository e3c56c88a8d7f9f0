package io.inlet.code;

import io.inlet.code.BrandTraits.Found;
import io.inlet.code.BrandTraits.Known;
import io.inlet.code.CandidateScanner.Masked;
import io.inlet.code.CodeExplanation.Sign;
import io.inlet.code.CodeReading.Kind;
import io.inlet.code.CodeReading.Purpose;
import io.inlet.code.Moments.Moment;
import io.inlet.id.EnumName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One message taken apart: its phrases, its numbers, and which of them is the code. For one thread.
 */
final class Analysis {
    /** Counts up whenever rules, weights or phrases change what is read. */
    static final int RULE_VERSION = 17;

    /** What a message with a code for a door does not say. */
    private static final long ONE_TIME =
            Cue.SECRET.bit()
                    | Cue.VALID.bit()
                    | Cue.LOGIN.bit()
                    | Cue.REGISTRATION.bit()
                    | Cue.RESET.bit()
                    | Cue.PAYMENT.bit()
                    | Cue.TRANSFER.bit();

    private static final int MOST_OTHERS = 5;
    private static final int MOST_SORTED = 50;
    private static final int MOST_NAMED = 3;

    private final PlainText text;
    private final Hits hits;
    private final Terrain terrain;
    private final List<Verdict> verdicts;
    private final List<Masked> masked;
    private final @Nullable Verdict best;

    Analysis(PlainText text, Hits hits, Terrain terrain) {
        this.text = text;
        this.hits = hits;
        this.terrain = terrain;
        CandidateScanner scanner = new CandidateScanner(text, hits);
        List<Candidate> candidates = scanner.scan();
        this.masked = scanner.masked();
        this.verdicts = judge(candidates);
        this.best = new Choice(verdicts).best();
    }

    private List<Verdict> judge(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        Judge judge = new Judge(text, hits, terrain, candidates);
        List<Verdict> judged = new ArrayList<>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            judged.add(judge.judge(i));
        }
        new CloserLook(text, hits, terrain, masked).at(judged);
        return judged;
    }

    CodeReading reading(String sender) {
        return best == null ? nothing(new KindOfMessage(hits).without()) : reading(best, sender);
    }

    /**
     * The message, whose code its tenant tells.
     *
     * @param said what else it tells
     */
    CodeReading reading(Candidate told, CodeRule.Said said, String sender) {
        CodeReading read = reading(verdictOf(told), sender);
        Duration validFor = said.validFor() == null ? read.validFor() : said.validFor();
        return new CodeReading(
                told.code(),
                text.original(told.from(), told.to()),
                read.kind(),
                said.brand() == null ? read.brand() : said.brand(),
                validFor,
                validFor == null ? read.validUntil() : null,
                read.purpose(),
                1,
                CodeRule.NAME,
                RULE_VERSION,
                others(told.code()));
    }

    // What names it is known, if it was judged.
    private Verdict verdictOf(Candidate told) {
        for (Verdict verdict : verdicts) {
            Candidate candidate = verdict.candidate();
            if (candidate.from() <= told.from() && candidate.to() >= told.to()) {
                return verdict;
            }
        }
        return new Verdict(told);
    }

    private CodeReading reading(Verdict best, String sender) {
        KindOfMessage message = new KindOfMessage(hits);
        Candidate candidate = best.candidate();
        boolean door = isDoor(best);
        String code = candidate.code();
        Moment until =
                hits.hasAny(Until.PHRASES) ? new Until(text, hits, terrain).of(candidate) : null;
        Duration validFor = new Validity(text, hits, terrain, until).of(candidate);
        return new CodeReading(
                door ? null : code,
                text.original(candidate.from(), candidate.to()),
                door ? Kind.PIN : Kind.ONE_TIME_CODE,
                brands(new Found(text, hits, terrain, best), sender).likeliest(),
                validFor,
                validFor == null && until != null ? until.end() : null,
                message.purpose(),
                Math.clamp(best.score(), 0, 1),
                best.rule().written(),
                RULE_VERSION,
                door ? List.of(code) : others(code));
    }

    private @Nullable String origin(String code) {
        for (Verdict verdict : verdicts) {
            Candidate candidate = verdict.candidate();
            if (candidate.shape() == Candidate.Shape.BOUND && candidate.code().equals(code)) {
                return host(candidate.from() - 2);
            }
        }
        return null;
    }

    private String host(int end) {
        int from = end;
        while (from > 0 && text.charAt(from - 1) != '@') {
            from--;
        }
        return text.subSequence(from, end);
    }

    // "PIN" alone beside a driver or a locker is theirs.
    private boolean isDoor(Verdict verdict) {
        Cue cue = verdict.naming().cue();
        boolean vague =
                cue == Cue.ONE_TIME_CODE ? !hits.hasAny(ONE_TIME) : !hits.has(Cue.ONE_TIME_CODE);
        return cue == Cue.DOOR || (vague && hits.has(Cue.PLACE) && isAtPlace());
    }

    // "Show it to the driver", and not "never share it with the driver".
    private boolean isAtPlace() {
        int warned = -1;
        for (int hit = 0; hit < hits.count(); hit++) {
            Cue cue = hits.cue(hit);
            if (cue == Cue.SECRET) {
                warned = hits.to(hit);
            } else if (cue == Cue.PLACE
                    && (warned < 0 || terrain.sentences(warned, hits.from(hit)) > 0)) {
                return true;
            }
        }
        return false;
    }

    private List<String> others(String code) {
        if (!hasOther(code)) {
            return List.of();
        }
        return verdicts.stream()
                .limit(MOST_SORTED)
                .filter(v -> isOther(v, code))
                .sorted(Comparator.comparingDouble(Verdict::score).reversed())
                .map(v -> v.candidate().code())
                .distinct()
                .limit(MOST_OTHERS)
                .toList();
    }

    // Most messages have none: a stream of nothing would cost more than all of their verdicts.
    private boolean hasOther(String code) {
        for (Verdict verdict : verdicts) {
            if (isOther(verdict, code)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOther(Verdict verdict, String code) {
        return verdict.score() > 0 && !verdict.candidate().code().equals(code);
    }

    private CodeReading nothing(Kind kind) {
        return new CodeReading(
                null,
                null,
                kind,
                null,
                null,
                null,
                Purpose.UNKNOWN,
                0,
                "none",
                RULE_VERSION,
                others(""));
    }

    /** Why each number of the text was judged as it was. */
    List<CodeExplanation.Weighed> weighed() {
        return verdicts.stream().map(this::weighed).toList();
    }

    private CodeExplanation.Weighed weighed(Verdict verdict) {
        Candidate candidate = verdict.candidate();
        int hit = verdict.naming().hit();
        return new CodeExplanation.Weighed(
                text.original(candidate.from(), candidate.to()),
                candidate.code(),
                verdict.score(),
                hit < 0 ? null : text.original(hits.from(hit), hits.to(hit)),
                signs(verdict).toList(),
                circumstances(verdict).toList());
    }

    private Stream<Sign> signs(Verdict verdict) {
        return verdict.parts().stream()
                .filter(p -> p.weight() != 0)
                .map(p -> new Sign(p.reason().written(), p.weight(), phrase(p.reason(), verdict)));
    }

    private @Nullable String phrase(Reason reason, Verdict verdict) {
        Verdict.Role role = verdict.role();
        return reason != Reason.ROLE || role == null
                ? null
                : text.original(hits.from(role.hit()), hits.to(role.hit()));
    }

    // They are in the sum already, by the rule or the doubt that they make.
    private static Stream<Sign> circumstances(Verdict verdict) {
        Calling calling =
                verdict.rule() == Reason.ASKED_FOR
                        ? Calling.NOT
                        : Calling.by(verdict.naming().cue());
        return verdict.circumstances().stream()
                .map(c -> new Sign(EnumName.of(c), Weights.share(c.weight(calling)), null))
                .filter(s -> s.weight() != 0)
                .sorted(Comparator.comparingDouble(s -> -Math.abs(s.weight())));
    }

    /** What looked like a number to judge and is something else. */
    List<CodeExplanation.PassedOver> passedOver() {
        return masked.stream()
                .map(m -> new CodeExplanation.PassedOver(text.original(m.from(), m.to()), is(m)))
                .toList();
    }

    private String is(Masked number) {
        String mask = EnumName.of(number.mask());
        String length = number.mask() == Mask.SHAPE ? CandidateScanner.misfit(text, number) : null;
        return length == null ? mask : mask + ", " + length;
    }

    /** Who might have issued the code that was found, likeliest first. */
    List<CodeExplanation.Named> named(String sender) {
        Found found = found();
        return found == null
                ? List.of()
                : brands(found, sender).named().stream().limit(MOST_NAMED).toList();
    }

    /** The code in its text, or null if there is none. */
    @Nullable Found found() {
        return best == null ? null : new Found(text, hits, terrain, best);
    }

    /** Finds who issued the code that was found. */
    Brands brands(Found found, String sender) {
        String host = origin(found.code().candidate().code());
        String origin = host == null ? null : Origins.brand(host);
        return new Brands(found, masked, new Known(Senders.brand(sender), origin));
    }

    LanguageSet languages() {
        return hits.languages();
    }
}
