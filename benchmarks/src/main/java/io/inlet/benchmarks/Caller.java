package io.inlet.benchmarks;

import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.RequestHeaders;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * A consumer who asks evenly, whether or not the answers keep up, and counts how long they take.
 * One thread of its own sends; any may look.
 */
final class Caller implements AutoCloseable {
    /** One more that is due while so many are on their way is left out. */
    private static final int MOST_UNDER_WAY = 1_000;

    private final ClientFactory factory = ClientFactory.builder().workerGroup(1).build();
    private final ScheduledExecutorService pacer = Executors.newSingleThreadScheduledExecutor();
    private final WebClient client;
    private final List<Ask> asks;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Recorder micros = new Recorder(3);
    private final LongAdder answered = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private int next;

    /**
     * Something to ask for.
     *
     * @param body as JSON, or null for none
     */
    record Ask(HttpMethod method, String path, @Nullable String body) {
        static Ask get(String path) {
            return new Ask(HttpMethod.GET, path, null);
        }
    }

    /**
     * @param key the API key
     * @param asks what it asks for, in turn
     */
    Caller(URI http, String key, List<Ask> asks) {
        this.asks = List.copyOf(asks);
        this.client =
                WebClient.builder("h2c://" + http.getAuthority())
                        .factory(factory)
                        .responseTimeout(Duration.ofSeconds(30))
                        .setHeader(HttpHeaderNames.AUTHORIZATION, "Bearer " + key)
                        .build();
    }

    /** Begins to ask, so often. */
    Caller start(int perSecond) {
        long apart = TimeUnit.SECONDS.toNanos(1) / perSecond;
        var _ = pacer.scheduleAtFixedRate(this::ask, 0, apart, TimeUnit.NANOSECONDS);
        return this;
    }

    private void ask() {
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            underWay.decrementAndGet();
            failed.increment();
            return;
        }
        Ask ask = asks.get(next++ % asks.size());
        long from = System.nanoTime();
        var headers = RequestHeaders.builder(ask.method, ask.path);
        HttpRequest request =
                ask.body == null
                        ? HttpRequest.of(headers.build())
                        : HttpRequest.of(
                                headers.contentType(MediaType.JSON).build(),
                                com.linecorp.armeria.common.HttpData.ofUtf8(ask.body));
        var _ = client.execute(request).aggregate().whenComplete((answer, _) -> note(answer, from));
    }

    private void note(@Nullable AggregatedHttpResponse answer, long from) {
        underWay.decrementAndGet();
        if (answer == null || answer.status().isServerError()) {
            failed.increment();
            return;
        }
        answered.increment();
        if (answer.status().code() == 429) {
            refused.increment();
        }
        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - from));
    }

    /** How long answers took since the last look. */
    Histogram latencies() {
        return micros.getIntervalHistogram();
    }

    /** How many were answered, those with 429 included. */
    long answered() {
        return answered.sum();
    }

    /** How many were answered with 429. */
    long refused() {
        return refused.sum();
    }

    /** How many got no answer, one of 5xx, or were not even sent. */
    long failed() {
        return failed.sum();
    }

    @Override
    public void close() {
        pacer.shutdownNow();
        factory.close();
    }
}
