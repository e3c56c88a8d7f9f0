package io.inlet.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks once a second at a gateway's heap, by its metrics. A thread of its own looks. */
final class HeapWatch implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest request;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final List<Double> used = Collections.synchronizedList(new ArrayList<>());
    private volatile double live;
    private volatile double most;

    HeapWatch(URI ops) {
        request =
                HttpRequest.newBuilder(ops.resolve("/metrics"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        var _ = watch.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            var metrics = new MetricsPage(client.send(request, BodyHandlers.ofString()).body());
            most = metrics.heap("jvm_memory_max_bytes");
            live = metrics.sum("jvm_gc_live_data_size_bytes", "");
            used.add(metrics.heap("jvm_memory_used_bytes"));
        } catch (IOException e) {
            System.err.println("the gateway's metrics cannot be read: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was seen so far. */
    List<Figure> figures() {
        List<Double> sorted = new ArrayList<>(used);
        Collections.sort(sorted);
        if (sorted.isEmpty()) {
            throw new IllegalStateException("the gateway's heap was never seen");
        }
        double highest = sorted.getLast() / MetricsPage.MIB;
        return List.of(
                Figure.of(
                        "gateway's heap in use, median",
                        sorted.get(sorted.size() / 2) / MetricsPage.MIB,
                        "MiB"),
                Figure.of("gateway's heap in use, most", highest, "MiB").with(Target.atMost(512)),
                Figure.of(
                        "gateway's heap live after its last full mark",
                        live / MetricsPage.MIB,
                        "MiB"),
                Figure.of("gateway's heap limit", most / MetricsPage.MIB, "MiB"));
    }

    @Override
    public void close() {
        watch.shutdownNow();
        client.shutdownNow();
    }
}
