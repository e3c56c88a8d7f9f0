package io.inlet.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Calls a listener over HTTP, and fails on every answer that its contract does not allow. Any
 * thread may call it.
 */
public final class ContractClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Contract contract;
    private final int port;
    private final @Nullable String key;

    private ContractClient(Contract contract, int port, @Nullable String key) {
        this.contract = contract;
        this.port = port;
        this.key = key;
    }

    /** Calls the consumers' listener, with a key or without. */
    public static ContractClient consumer(int port, @Nullable String key) {
        return new ContractClient(Contract.consumers(), port, key);
    }

    /** Calls the operators' listener, with the operators' key or without. */
    public static ContractClient operator(int port, @Nullable String key) {
        return new ContractClient(Contract.operators(), port, key);
    }

    public Answer get(String path) {
        return send(request("GET", path, HttpRequest.BodyPublishers.noBody()));
    }

    public CompletableFuture<Answer> getLater(String path) {
        HttpRequest request = request("GET", path, HttpRequest.BodyPublishers.noBody()).build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> checked(request, response));
    }

    public Answer post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    public Answer post(String path) {
        return send(request("POST", path, HttpRequest.BodyPublishers.noBody()));
    }

    /** Sends a body of any media type. */
    public Answer send(String method, String path, String contentType, String body) {
        return send(
                request(method, path, HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", contentType));
    }

    /** Sends what the caller has built further. */
    public Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            return checked(request, client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(request + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A request that is not sent yet. */
    public HttpRequest.Builder request(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(TIMEOUT)
                        .method(method, body);
        return key == null ? builder : builder.header("Authorization", "Bearer " + key);
    }

    /** Ends the connections, and with them whatever still waits. */
    @Override
    public void close() {
        client.shutdownNow();
    }

    private Answer checked(HttpRequest request, HttpResponse<String> response) {
        Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
        List<String> violations =
                contract.violations(request.method(), request.uri().getPath(), answer);
        if (!violations.isEmpty()) {
            throw new AssertionError(
                    request
                            + " was answered with "
                            + answer
                            + ", against its contract: "
                            + violations);
        }
        return answer;
    }
}
