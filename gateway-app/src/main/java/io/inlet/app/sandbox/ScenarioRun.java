package io.inlet.app.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inlet.app.demo.Api;
import io.inlet.app.sandbox.Scenario.Line;
import io.inlet.sandbox.SandboxSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Plays a scenario on a running gateway as a customer would: over the API, with a sandbox tenant
 * and numbers that are made for it, of country code 999, which nobody can dial. For one thread,
 * once.
 */
public final class ScenarioRun implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(10);

    /** A lease of 30 minutes, its grace and its cooldown, and more. */
    private static final String PAST_ALL = "3d";

    private final Stage stage;
    private final Scenario scenario;
    private final Api operators;
    private final List<JsonNode> leases = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private @Nullable Api consumer;

    /**
     * Where it plays.
     *
     * @param http the consumers' listener
     * @param ops the operators' listener
     * @param opsKey the operators' key
     * @param within how long a message may take from the sending to its reader
     */
    public record Stage(URI http, URI ops, String opsKey, Duration within) {}

    /**
     * What became of a step.
     *
     * @param step what it was
     * @param fault what is wrong, or null if all is as it should be
     * @param after how long it took; null where that means nothing
     */
    public record Row(String step, @Nullable String fault, @Nullable Duration after) {}

    public ScenarioRun(Stage stage, Scenario scenario) {
        this.stage = stage;
        this.scenario = scenario;
        this.operators = new Api(stage.ops(), stage.opsKey());
    }

    /**
     * Plays it.
     *
     * @return a row for each step
     * @throws IllegalStateException if the gateway refuses something
     */
    public List<Row> play() throws InterruptedException {
        Api api = prepare();
        for (Line line : scenario.lines()) {
            rows.add(play(api, line));
        }
        rows.add(nothingElse(api));
        rows.add(free(api));
        return List.copyOf(rows);
    }

    private Api prepare() throws InterruptedException {
        long first = 999_100_000_000L + ThreadLocalRandom.current().nextLong(90_000_000) * 10;
        StringBuilder csv =
                new StringBuilder(
                        "msisdn,country,lineType,environment,carrier,contractRef,licenceRef,"
                                + "acquiredOn,usagePolicy\n");
        for (int i = 0; i < scenario.tags().size(); i++) {
            csv.append(
                    "+%d,ZZ,mobile,sandbox,%s,NONE-NEEDED,NONE-NEEDED,2026-01-01,sandbox\n"
                            .formatted(first + i, SandboxSettings.CARRIER));
        }
        operators.post("/ops/v1/numbers", "text/csv", csv.toString());
        String tenant =
                operate(
                                "/ops/v1/tenants",
                                body().put("name", "Scenario " + scenario.label())
                                        .put("environment", "sandbox"))
                        .path("id")
                        .asText();
        String key =
                operate("/ops/v1/tenants/" + tenant + "/principals", body().put("name", "scenario"))
                        .path("key")
                        .asText();
        Api api = new Api(stage.http(), key);
        consumer = api;
        for (int i = 0; i < scenario.tags().size(); i++) {
            ObjectNode wish = body().put("number", "+" + (first + i)).put("ttl", "30m");
            wish.put("purpose", scenario.purpose()).put("routingTag", scenario.tags().get(i));
            leases.add(post(api, "/v1/leases", wish).path("lease"));
        }
        return api;
    }

    private JsonNode operate(String path, ObjectNode body) throws InterruptedException {
        return post(operators, path, body);
    }

    private Row play(Api api, Line line) throws InterruptedException {
        long began = System.nanoTime();
        JsonNode sent = send(api, line);
        String after = sent.path("cursor").asText();
        JsonNode message =
                line.code() == null ? listed(api, line, after) : awaited(api, line, after);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new Row(line.what(), fault(api, line, message, took), took);
    }

    private JsonNode send(Api api, Line line) throws InterruptedException {
        ObjectNode body = body().put("leaseId", lease(line)).put("from", line.from());
        body.put("text", line.text());
        try {
            body.set("faults", JSON.readTree(line.faults()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scenario's faults are JSON", e);
        }
        return post(api, "/v1/sandbox/messages", body);
    }

    private @Nullable JsonNode awaited(Api api, Line line, String after)
            throws InterruptedException {
        JsonNode wait =
                api.get(
                        "/v1/leases/%s/code?timeout=%ds&after=%s"
                                .formatted(lease(line), PATIENCE.toSeconds(), after));
        return wait.has("message") ? wait.path("message") : null;
    }

    private @Nullable JsonNode listed(Api api, Line line, String after)
            throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode page =
                    api.get("/v1/leases/%s/messages?after=%s".formatted(lease(line), after));
            if (!page.path("messages").isEmpty()) {
                return page.path("messages").get(0);
            }
            Thread.sleep(PAUSE);
        }
        return null;
    }

    private @Nullable String fault(Api api, Line line, @Nullable JsonNode message, Duration took)
            throws InterruptedException {
        if (message == null) {
            return "it did not come";
        }
        if (!message.path("content").asText().equals(line.text())) {
            return "its text is another";
        }
        String code = message.path("code").isNull() ? null : message.path("code").asText();
        if (!Objects.equals(code, line.code())) {
            return "its code is " + code;
        }
        if (!message.path("simulated").asBoolean()) {
            return "it is not marked as simulated";
        }
        String tag = message.path("routingTag").asText();
        if (!tag.equals(scenario.tags().get(line.lease()))) {
            return "its routing tag is " + tag;
        }
        if (line.isDoubled() && !isCountedTwice(api, line, message.path("id").asText())) {
            return "the second delivery was not counted";
        }
        Duration allowed = line.isDelayed() ? stage.within().plusSeconds(1) : stage.within();
        return took.compareTo(allowed) > 0 ? "it took too long" : null;
    }

    // The second copy is counted a moment after the first was told.
    private boolean isCountedTwice(Api api, Line line, String id) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (JsonNode message : messages(api, lease(line))) {
                if (message.path("id").asText().equals(id)
                        && message.path("deliveryCount").asInt() == 2) {
                    return true;
                }
            }
            Thread.sleep(PAUSE);
        }
        return false;
    }

    private Row nothingElse(Api api) throws InterruptedException {
        String fault = null;
        for (int i = 0; i < leases.size(); i++) {
            int lease = i;
            long expected = scenario.lines().stream().filter(line -> line.lease() == lease).count();
            int found = messages(api, leases.get(i).path("id").asText()).size();
            if (found != expected) {
                fault = "%s has %d messages".formatted(scenario.tags().get(i), found);
            }
        }
        return new Row("each message once, on its own lease alone", fault, null);
    }

    private Row free(Api api) throws InterruptedException {
        String fault = null;
        for (JsonNode lease : leases) {
            String path = "/v1/sandbox/leases/" + lease.path("id").asText() + "/advance";
            JsonNode advanced = post(api, path, body().put("by", PAST_ALL)).path("lease");
            if (!advanced.path("state").asText().equals("purged")) {
                fault = "a lease is " + advanced.path("state").asText();
            }
        }
        return new Row("three days later the leases are over", fault, null);
    }

    private static JsonNode messages(Api api, String lease) throws InterruptedException {
        return api.get("/v1/leases/" + lease + "/messages").path("messages");
    }

    private String lease(Line line) {
        return leases.get(line.lease()).path("id").asText();
    }

    private static ObjectNode body() {
        return JSON.createObjectNode();
    }

    private static JsonNode post(Api api, String path, ObjectNode body)
            throws InterruptedException {
        return api.post(path, "application/json", body.toString());
    }

    @Override
    public void close() {
        operators.close();
        if (consumer != null) {
            consumer.close();
        }
    }
}
