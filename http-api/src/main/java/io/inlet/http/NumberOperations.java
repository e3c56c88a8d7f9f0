package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.MediaType;
import io.inlet.id.EnumName;
import io.inlet.number.ImportOutcome;
import io.inlet.number.KnownNumber;
import io.inlet.number.NumberChange;
import io.inlet.number.NumberId;
import io.inlet.number.NumberStore;
import io.inlet.number.Standing;
import io.inlet.number.StandingOutcome;
import io.inlet.sms.Msisdn;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pool over HTTP, for operators. Called on virtual threads; blocks on the store. */
final class NumberOperations {
    static final MediaType CSV = MediaType.create("text", "csv");

    private static final int USUAL = 100;
    private static final int MOST = 1_000;
    private static final int MOST_STEPS = 999_999_999;

    private final NumberStore numbers;
    private final InstantSource clock;

    NumberOperations(NumberStore numbers, InstantSource clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    HttpResponse importNumbers(Exchange exchange) {
        NumberFile file = new NumberFile(exchange.stream(CSV));
        return switch (numbers.importNumbers(file)) {
            case ImportOutcome.Imported(int added, int present) ->
                    Answers.ok(Map.of("imported", added, "present", present));
            case ImportOutcome.Refused(var why) ->
                    throw new RefusedException(
                            new Problem(
                                    ProblemType.NUMBERS_REFUSED,
                                    why.summary(),
                                    new Problem.Lines(
                                            why.told().stream()
                                                    .map(bad ->
                                                            new Problem.WrongLine(
                                                                    bad.line(), bad.problem()))
                                                    .toList())));
        };
    }

    HttpResponse export(Exchange exchange) {
        return NumberDownload.of(numbers, exchange.ctx());
    }

    HttpResponse read(Exchange exchange) {
        KnownNumber known = numbers.find(id(exchange));
        if (known == null) {
            throw notFound();
        }
        return Answers.ok(NumberJson.of(known, clock.instant()));
    }

    HttpResponse history(Exchange exchange) {
        NumberId id = id(exchange);
        int after = exchange.number("after", 0, MOST_STEPS);
        int limit = exchange.number("limit", USUAL, MOST);
        List<NumberChange> found = numbers.history(id, after, limit + 1);
        if (found.isEmpty() && numbers.find(id) == null) {
            throw notFound();
        }
        Integer next = found.size() > limit ? after + limit : null;
        return Answers.ok(
                new NumberJson.HistoryJson(
                        found.stream().limit(limit).map(NumberJson.ChangeJson::of).toList(), next));
    }

    HttpResponse coverage(Exchange exchange) {
        return Answers.ok(
                new NumberJson.CoverageJson(
                        numbers.coverage().stream().map(NumberJson.SegmentJson::of).toList()));
    }

    HttpResponse stand(Exchange exchange) {
        NumberId id = id(exchange);
        NumberJson.Body body = exchange.json(NumberJson.Body.class);
        return switch (numbers.stand(id, body.service())) {
            case StandingOutcome.Changed(var known) ->
                    Answers.ok(NumberJson.of(known, clock.instant()));
            case StandingOutcome.NotFound _ -> throw notFound();
            case StandingOutcome.Already(var standing) ->
                    throw new RefusedException(
                            Problem.of(
                                    ProblemType.NUMBER_STATE,
                                    "the number is %s already; it can be made %s"
                                            .formatted(EnumName.of(standing), others(standing))));
        };
    }

    private static String others(Standing standing) {
        return Arrays.stream(Standing.values())
                .filter(other -> other != standing)
                .map(EnumName::of)
                .collect(Collectors.joining(", "));
    }

    // Operators have an id from a list, or the digits from a carrier.
    private NumberId id(Exchange exchange) {
        String text = exchange.ctx().pathParam("id");
        NumberId id = text == null ? null : find(text);
        if (id == null) {
            throw notFound();
        }
        return id;
    }

    private @Nullable NumberId find(String text) {
        if (Msisdn.isDigits(text)) {
            return numbers.id(new Msisdn(text));
        }
        try {
            return NumberId.parse(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static RefusedException notFound() {
        return new RefusedException(
                Problem.of(ProblemType.NOT_FOUND, "there is no such number in the pool"));
    }
}
