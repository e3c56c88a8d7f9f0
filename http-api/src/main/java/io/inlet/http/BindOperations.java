package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.MediaType;
import io.inlet.sms.BindId;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The binds over HTTP, for operators. Called on virtual threads. */
final class BindOperations {
    private static final MediaType JSON_LINES = MediaType.create("application", "x-ndjson");
    private static final MediaType CAPTURE = MediaType.create("application", "vnd.tcpdump.pcap");

    private final Binds binds;

    BindOperations(Binds binds) {
        this.binds = binds;
    }

    HttpResponse list(Exchange exchange) {
        return Answers.ok(Map.of("binds", binds.all().stream().map(BindJson::of).toList()));
    }

    HttpResponse trace(Exchange exchange) {
        var lines = new ByteArrayOutputStream();
        for (TraceLine line : found(binds.trace(id(exchange))).lines()) {
            lines.writeBytes(Json.write(TraceJson.of(line)));
            lines.write('\n');
        }
        return Answers.text(JSON_LINES, lines.toByteArray());
    }

    HttpResponse capture(Exchange exchange) {
        return Answers.text(CAPTURE, found(binds.trace(id(exchange))).capture());
    }

    HttpResponse alphabets(Exchange exchange) {
        BindId bind = id(exchange);
        now(bind);
        AlphabetReport report = binds.alphabets(bind);
        if (report == null) {
            throw new RefusedException(
                    Problem.of(
                            ProblemType.NOT_FOUND,
                            "nothing came over this bind for a number without a lease within a day:"
                                    + " have the carrier send its text to one"));
        }
        return Answers.ok(AlphabetJson.of(report));
    }

    private record AlphabetJson(
            String receivedAt, int dataCoding, String octets, List<AlphabetReport.Guess> guesses) {
        static AlphabetJson of(AlphabetReport report) {
            return new AlphabetJson(
                    Timestamps.text(report.receivedAt()),
                    report.dataCoding(),
                    report.octets(),
                    report.guesses());
        }
    }

    /** Serves an order. */
    Endpoint.Operation order(BindOrder order) {
        return exchange -> {
            BindId bind = id(exchange);
            return switch (found(binds.order(bind, order))) {
                case OrderOutcome.Done _ -> Answers.ok(now(bind));
                case OrderOutcome.Refused(String advice) ->
                        throw new RefusedException(Problem.of(ProblemType.BIND_STATE, advice));
            };
        };
    }

    private BindJson now(BindId bind) {
        return binds.all().stream()
                .filter(status -> status.id().equals(bind))
                .findFirst()
                .map(BindJson::of)
                .orElseThrow(BindOperations::unknown);
    }

    private static BindId id(Exchange exchange) {
        return exchange.pathId("bind", BindId::parse);
    }

    private static <T> T found(@Nullable T what) {
        if (what == null) {
            throw unknown();
        }
        return what;
    }

    private static RefusedException unknown() {
        return new RefusedException(
                Problem.of(
                        ProblemType.NOT_FOUND,
                        "there is no such bind: GET /ops/v1/binds lists those that are"));
    }
}
