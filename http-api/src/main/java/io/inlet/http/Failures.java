package io.inlet.http;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.CancellationException;
import com.linecorp.armeria.common.ClosedSessionException;
import com.linecorp.armeria.common.ContentTooLargeException;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.ShuttingDownException;
import com.linecorp.armeria.common.stream.ClosedStreamException;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.RequestTimeoutException;
import com.linecorp.armeria.server.ServerErrorHandler;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.log.Series;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong, here or in Armeria, into a problem. Event loops call it. */
final class Failures implements ServerErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Series<ProblemType> logged;

    Failures(InstantSource clock) {
        this.logged = new Series<>(clock);
    }

    @Override
    public HttpResponse onServiceException(ServiceRequestContext ctx, Throwable failure) {
        Throwable cause = Exceptions.peel(failure);
        if (cause instanceof java.util.concurrent.CancellationException) {
            // A wait was given up because Armeria gave the request up: that is the cause.
            cause = Objects.requireNonNullElse(ctx.cancellationCause(), cause);
        }
        if (isGone(cause)) {
            return HttpResponse.ofFailure(cause);
        }
        return answer(ctx, cause).toHttpResponse();
    }

    @Override
    public AggregatedHttpResponse renderStatus(
            @Nullable ServiceRequestContext ctx,
            ServiceConfig config,
            @Nullable RequestHeaders headers,
            HttpStatus status,
            @Nullable String description,
            @Nullable Throwable cause) {
        return Answers.problem(ofStatus(status), traceId(ctx));
    }

    /** The problem that an exception amounts to; logs those that are ours. */
    AggregatedHttpResponse answer(ServiceRequestContext ctx, Throwable cause) {
        return Answers.problem(problem(ctx, cause), traceId(ctx));
    }

    private Problem problem(ServiceRequestContext ctx, Throwable cause) {
        return switch (cause) {
            case RefusedException refused -> refused.problem();
            case HttpStatusException e -> ofStatus(e.httpStatus());
            case ContentTooLargeException _ -> ofStatus(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
            case RequestTimeoutException _ ->
                    Problem.of(ProblemType.TIMED_OUT, "try again; the gateway is slow");
            case ShuttingDownException _ ->
                    Problem.of(ProblemType.STOPPING, "try again in a moment");
            case StoreUnavailableException e -> {
                long failed = logged.add(ProblemType.STORE_UNAVAILABLE);
                if (failed > 0) {
                    LOG.warn(
                            "{} requests failed, the last {}: {}",
                            failed,
                            traceId(ctx),
                            e.getMessage());
                }
                yield Problem.of(
                        ProblemType.STORE_UNAVAILABLE,
                        "try again; a change may or may not have happened: read before repeating");
            }
            default -> {
                LOG.error("request {} failed", traceId(ctx), cause);
                yield internal();
            }
        };
    }

    private static Problem ofStatus(HttpStatus status) {
        return switch (status.code()) {
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "there is nothing at this path");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "see the contract");
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, "send a smaller body");
            case 414 -> Problem.of(ProblemType.URI_TOO_LONG, "send a shorter path and query");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "see the contract");
            case 431 -> Problem.of(ProblemType.HEADERS_TOO_LARGE, "send fewer or shorter headers");
            case 503 -> Problem.of(ProblemType.STOPPING, "try again in a moment");
            default ->
                    status.isClientError()
                            ? Problem.badRequest("the request is not valid HTTP")
                            : internal();
        };
    }

    private static Problem internal() {
        return Problem.of(ProblemType.INTERNAL_ERROR, "tell the operators the traceId");
    }

    private static boolean isGone(Throwable cause) {
        return (cause instanceof CancellationException && !(cause instanceof ShuttingDownException))
                || cause instanceof java.util.concurrent.CancellationException
                || cause instanceof ClosedStreamException
                || cause instanceof ClosedSessionException;
    }

    private static String traceId(@Nullable ServiceRequestContext ctx) {
        return ctx != null
                ? ctx.id().text()
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
