package io.inlet.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks five times a second at how a gateway's binds are, and every ten seconds at its heap and
 * threads. A thread of its own looks; the figures are for one that comes after.
 */
final class GatewayWatch implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LOOKS_A_SAMPLE = 50;

    private final String name;
    private final URI ops;
    private final String key;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Long> awaySince = new HashMap<>();
    private final List<Double> away = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> heap = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> threads = Collections.synchronizedList(new ArrayList<>());
    private int turn;

    private GatewayWatch(String name, URI ops, String key) {
        this.name = name;
        this.ops = ops;
        this.key = key;
    }

    /** Begins to look at one of a stage's gateways. */
    static GatewayWatch of(Stage stage, int gateway) throws IOException {
        var watch =
                new GatewayWatch(
                        "gateway " + (gateway + 1),
                        stage.gateways().get(gateway).ops(),
                        stage.opsKey(gateway));
        var _ = watch.looks.scheduleAtFixedRate(watch::look, 0, 200, TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        try {
            lookAtBinds(JSON.readTree(get("/ops/v1/binds")).path("binds"));
            if (turn++ % LOOKS_A_SAMPLE == 0) {
                var metrics = new MetricsPage(get("/metrics"));
                heap.add(metrics.heap("jvm_memory_used_bytes") / MetricsPage.MIB);
                threads.add(metrics.sum("jvm_threads_live_threads", ""));
            }
        } catch (IOException e) {
            System.err.println(name + " cannot be looked at: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAtBinds(JsonNode binds) {
        long now = System.nanoTime();
        for (JsonNode bind : binds) {
            String bindName = bind.path("name").asText();
            if (!bind.path("state").asText().equals("bound")) {
                awaySince.putIfAbsent(bindName, now);
            } else if (awaySince.containsKey(bindName)) {
                away.add((now - awaySince.remove(bindName)) / 1e9);
            }
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(ops.resolve(path))
                        .timeout(Duration.ofSeconds(5))
                        .header("authorization", "Bearer " + key)
                        .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    /**
     * What was seen so far.
     *
     * @param flat how much more at the end than at the beginning is still flat
     * @param longestAway seconds for which a bind may be away
     */
    List<Figure> figures(double flat, double longestAway) {
        List<Double> spans = List.copyOf(away);
        return List.of(
                Figure.count(name + ": times that a bind was away", spans.size()),
                Figure.of(
                                "longest that one was away",
                                spans.stream().mapToDouble(it -> it).max().orElse(0),
                                "s")
                        .with(Target.atMost(longestAway)),
                Figure.count("binds that are away at the end", awaySince.size())
                        .with(Target.atMost(0)),
                Figure.of("heap in use, median of the last third", median(heap, 2), "MiB")
                        .with(Target.atMost(flat * median(heap, 0))),
                Figure.of("threads, median of the last third", median(threads, 2), "")
                        .with(Target.atMost(flat * median(threads, 0))));
    }

    private static double median(List<Double> samples, int third) {
        List<Double> all = List.copyOf(samples);
        int size = Math.max(1, all.size() / 3);
        int from = Math.min(third * size, all.size() - size);
        List<Double> part = new ArrayList<>(all.subList(from, from + size));
        Collections.sort(part);
        return part.get(part.size() / 2);
    }

    @Override
    public void close() {
        looks.shutdownNow();
        client.shutdownNow();
    }
}
