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
import java.util.regex.Pattern;

/** Looks once a second at a gateway's heap, by its metrics. A thread of its own looks. */
final class HeapWatch implements AutoCloseable {
    private static final double MIB = 1 << 20;
    private static final Pattern USED = heap("jvm_memory_used_bytes");
    private static final Pattern MOST = heap("jvm_memory_max_bytes");
    private static final Pattern LIVE =
            Pattern.compile("^jvm_gc_live_data_size_bytes ([0-9.E+]+)", Pattern.MULTILINE);

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

    private static Pattern heap(String metric) {
        return Pattern.compile(
                "^" + metric + "\\{area=\"heap\".*\\} ([-0-9.E+]+)", Pattern.MULTILINE);
    }

    private void look() {
        try {
            String metrics = client.send(request, BodyHandlers.ofString()).body();
            used.add(sum(USED, metrics));
            most = sum(MOST, metrics);
            live = sum(LIVE, metrics);
        } catch (IOException e) {
            System.err.println("the gateway's metrics cannot be read: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // G1 gives a maximum for its old generation alone; -1 stands for none.
    private static double sum(Pattern pattern, String metrics) {
        return pattern.matcher(metrics)
                .results()
                .mapToDouble(hit -> Math.max(0, Double.parseDouble(hit.group(1))))
                .sum();
    }

    /** What was seen so far. */
    List<Figure> figures() {
        List<Double> sorted = new ArrayList<>(used);
        Collections.sort(sorted);
        if (sorted.isEmpty()) {
            throw new IllegalStateException("the gateway's heap was never seen");
        }
        double highest = sorted.getLast() / MIB;
        return List.of(
                Figure.of(
                        "gateway's heap in use, median",
                        sorted.get(sorted.size() / 2) / MIB,
                        "MiB"),
                Figure.of("gateway's heap in use, most", highest, "MiB").with(Target.atMost(512)),
                Figure.of("gateway's heap live after its last full mark", live / MIB, "MiB"),
                Figure.of("gateway's heap limit", most / MIB, "MiB"));
    }

    @Override
    public void close() {
        watch.shutdownNow();
        client.shutdownNow();
    }
}
