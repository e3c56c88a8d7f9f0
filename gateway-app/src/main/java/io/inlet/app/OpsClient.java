package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.inlet.http.OpsKey;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Speaks to the operators' listener of a running gateway, for the command line. */
final class OpsClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final Duration FILE = Duration.ofHours(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final Path keyFile;
    private final UnaryOperator<String> words;

    /**
     * @param base where the operators' listener is, for example {@code http://127.0.0.1:8081}
     * @param keyFile holds its key
     */
    OpsClient(URI base, Path keyFile) {
        this(base, keyFile, UnaryOperator.identity());
    }

    private OpsClient(URI base, Path keyFile, UnaryOperator<String> words) {
        this.base = base;
        this.keyFile = keyFile;
        this.words = words;
    }

    /** The same, which puts what the gateway refuses in other words. */
    OpsClient saying(UnaryOperator<String> others) {
        return new OpsClient(base, keyFile, others);
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, String mediaType, String body) {
        return send(
                request(path)
                        .header("content-type", mediaType)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a file as it lies there, piece by piece. */
    JsonNode post(String path, String mediaType, Path file) {
        try {
            return send(
                    request(path)
                            .timeout(FILE)
                            .header("content-type", mediaType)
                            .POST(HttpRequest.BodyPublishers.ofFile(file)));
        } catch (FileNotFoundException e) {
            throw new CommandFailure(file + " cannot be read");
        }
    }

    /** Copies the body of an answer as it comes. */
    void copy(String path, OutputStream out) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            HttpResponse<InputStream> answer =
                    client.send(
                            request(path).timeout(FILE).GET().build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() / 100 != 2) {
                    String problem = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                    throw new CommandFailure(Problems.describe(answer.statusCode(), problem));
                }
                body.transferTo(out);
            }
        } catch (ConnectException e) {
            throw new CommandFailure("no gateway answers at " + base + ": is it running?");
        } catch (IOException e) {
            throw new CommandFailure("the answer broke off: what was written is not all");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        }
    }

    JsonNode delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER)
                .header("authorization", "Bearer " + OpsKey.read(keyFile).reveal());
    }

    /** The body of an answer, whatever it is. */
    byte[] octets(String path) {
        return answer(request(path).GET());
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(answer(request));
        } catch (IOException e) {
            throw new CommandFailure("what answered is no gateway of this version");
        }
    }

    private byte[] answer(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            HttpResponse<byte[]> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                String body = new String(answer.body(), StandardCharsets.UTF_8);
                throw new CommandFailure(Problems.describe(answer.statusCode(), body, words));
            }
            return answer.body();
        } catch (IOException e) {
            throw new CommandFailure("no gateway answers at " + base + ": is it running?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        }
    }
}
