package io.inlet.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A consumer's view of the gateway: plain HTTP with a key, as anybody would write it. */
public final class Api implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private volatile boolean closed;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final URI base;
    private final String key;

    public Api(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    /** What a GET answers; throws on a refusal. */
    public JsonNode get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    /** What a POST answers; throws on a refusal. */
    public JsonNode post(String path, String mediaType, String body) throws InterruptedException {
        return send(
                request(path)
                        .header("content-type", mediaType)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(70))
                .header("authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "the gateway answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            if (closed) {
                throw new InterruptedException("the demo is over");
            }
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        client.shutdownNow();
    }
}
