package io.inlet.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import io.inlet.id.EnumName;
import io.inlet.lease.LeaseState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes answers. None is ever to be cached: they hold codes and keys. */
final class Answers {
    private static final MediaType PROBLEM = MediaType.create("application", "problem+json");
    private static final int RETRY_AFTER_SECONDS = 1;

    private Answers() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ProblemJson(
            String type,
            String title,
            int status,
            String detail,
            String traceId,
            @Nullable String state,
            @Nullable String shortest,
            @Nullable String longest,
            @Nullable List<Problem.WrongLine> lines,
            @Nullable List<String> problems,
            @Nullable List<AvailabilityJson.AlternativeJson> alternatives) {}

    static HttpResponse ok(Object body) {
        return json(HttpStatus.OK, body);
    }

    static HttpResponse json(HttpStatus status, Object body) {
        return HttpResponse.of(headers(status, MediaType.JSON).build(), data(body));
    }

    static HttpResponse created(String location, Object body) {
        return HttpResponse.of(
                headers(HttpStatus.CREATED, MediaType.JSON)
                        .add(HttpHeaderNames.LOCATION, location)
                        .build(),
                data(body));
    }

    static HttpResponse text(MediaType type, byte[] text) {
        return HttpResponse.of(headers(HttpStatus.OK, type).build(), HttpData.wrap(text));
    }

    static AggregatedHttpResponse problem(Problem problem, String traceId) {
        ProblemType type = problem.type();
        ResponseHeadersBuilder headers = headers(type.status(), PROBLEM);
        if (type == ProblemType.UNAUTHORIZED) {
            headers.add(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"inlet\"");
        }
        if (type.status().code() == 503 || type.status().code() == 429) {
            headers.addInt(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return AggregatedHttpResponse.of(headers.build(), data(json(problem, traceId)));
    }

    private static ProblemJson json(Problem problem, String traceId) {
        LeaseState state = null;
        Duration shortest = null;
        Duration longest = null;
        List<Problem.WrongLine> lines = null;
        List<String> problems = null;
        List<AvailabilityJson.AlternativeJson> alternatives = null;
        switch (problem.more()) {
            case null -> {}
            case Problem.InState in -> state = in.state();
            case Problem.Lines wrong -> lines = wrong.lines();
            case Problem.Alternatives others ->
                    alternatives =
                            others.alternatives().stream()
                                    .map(AvailabilityJson.AlternativeJson::of)
                                    .toList();
            case Problem.Faults faults -> problems = faults.problems();
            case Problem.Allowed allowed -> {
                shortest = allowed.shortest();
                longest = allowed.longest();
            }
        }
        return new ProblemJson(
                problem.type().uri(),
                problem.type().title(),
                problem.type().status().code(),
                problem.detail(),
                traceId,
                state == null ? null : EnumName.of(state),
                shortest == null ? null : DurationText.format(shortest),
                longest == null ? null : DurationText.format(longest),
                lines,
                problems,
                alternatives);
    }

    private static HttpData data(Object body) {
        return HttpData.wrap(Json.write(body));
    }

    private static ResponseHeadersBuilder headers(HttpStatus status, MediaType type) {
        return ResponseHeaders.builder(status)
                .contentType(type)
                .add(HttpHeaderNames.CACHE_CONTROL, "no-store");
    }
}
