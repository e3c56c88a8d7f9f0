package io.inlet.http;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Gathers a request on the event loop, and serves it on a virtual thread. */
final class EndpointService implements HttpService {
    private final Endpoint endpoint;
    private final Executor threads;
    private final InstantSource clock;

    EndpointService(Endpoint endpoint, Executor threads, InstantSource clock) {
        this.endpoint = endpoint;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public HttpResponse serve(ServiceRequestContext ctx, HttpRequest request) {
        Instant arrivedAt = clock.instant();
        if (endpoint.body() == Endpoint.Body.STREAMED) {
            Exchange exchange = new Exchange(ctx, headersOf(request), arrivedAt);
            return HttpResponse.of(CompletableFuture.supplyAsync(() -> serve(exchange), threads));
        }
        return HttpResponse.of(
                request.aggregate()
                        .thenApplyAsync(
                                whole -> serve(new Exchange(ctx, whole, arrivedAt)), threads));
    }

    private static AggregatedHttpRequest headersOf(HttpRequest request) {
        return AggregatedHttpRequest.of(request.headers());
    }

    private HttpResponse serve(Exchange exchange) {
        exchange.expectParameters(endpoint.parameters());
        if (endpoint.method() == HttpMethod.GET || endpoint.method() == HttpMethod.DELETE) {
            exchange.expectNoBody();
        }
        return endpoint.operation().serve(exchange);
    }
}
