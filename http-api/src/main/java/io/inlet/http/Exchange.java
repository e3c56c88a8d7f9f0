package io.inlet.http;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that is here as a whole.
 *
 * @param ctx Armeria's view of it
 * @param request headers and body
 * @param arrivedAt when its headers were read
 */
record Exchange(ServiceRequestContext ctx, AggregatedHttpRequest request, Instant arrivedAt) {

    /** The body as a record; refuses another media type and whatever does not fit. */
    <T> T json(Class<T> type) {
        return Json.read(body(MediaType.JSON), type);
    }

    /** The body, if it has this media type. */
    byte[] body(MediaType type) {
        expect(type);
        return request.content().array();
    }

    /**
     * The body as it comes, if it has this media type; only of an operation that is {@link
     * Endpoint#streamed}. Reading blocks.
     */
    InputStream stream(MediaType type) {
        expect(type);
        return ctx.request()
                .toInputStream(part -> part instanceof HttpData data ? data : HttpData.empty());
    }

    private void expect(MediaType type) {
        MediaType given = request.contentType();
        if (given == null || !given.is(type)) {
            throw new RefusedException(
                    Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "send Content-Type: " + type));
        }
    }

    /** Refuses a body, where the operation has none. */
    void expectNoBody() {
        if (!request.content().isEmpty()) {
            throw new RefusedException(Problem.badRequest("the body: expected none"));
        }
    }

    /** Refuses query parameters that are unknown or given twice: a misspelt one must not pass. */
    void expectParameters(Set<String> known) {
        for (String name : ctx.queryParams().names()) {
            if (known.isEmpty()) {
                throw new RefusedException(
                        Problem.badRequest(
                                Texts.shown(name)
                                        + ": this operation takes no query parameters, leave it out"));
            }
            if (!known.contains(name)) {
                throw Texts.refused(
                        Texts.shown(name), "one of the parameters " + String.join(", ", known));
            }
            if (ctx.queryParams(name).size() > 1) {
                throw Texts.refused(name, "it once");
            }
        }
    }

    /** A whole number from the query. */
    int number(String name, int fallback, int most) {
        String text = ctx.queryParam(name);
        if (text == null) {
            return fallback;
        }
        if (text.matches("[0-9]{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= most) {
                return value;
            }
        }
        throw Texts.refused(name, "1 to " + most);
    }

    @Nullable String parameter(String name) {
        return ctx.queryParam(name);
    }

    /** The identifier in the path; one that is malformed names nothing. */
    <T> T pathId(String what, Function<String, T> parse) {
        String text = ctx.pathParam("id");
        try {
            if (text != null) {
                return parse.apply(text);
            }
        } catch (IllegalArgumentException _) {
            // Falls through: there cannot be such a thing.
        }
        throw new RefusedException(Problem.of(ProblemType.NOT_FOUND, "there is no such " + what));
    }
}
