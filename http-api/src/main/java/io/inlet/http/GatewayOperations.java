package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a listener tells of the gateway itself, to whoever asks. */
final class GatewayOperations {
    private static final MediaType YAML = MediaType.create("application", "yaml");

    private final Readiness readiness;

    GatewayOperations(Readiness readiness) {
        this.readiness = readiness;
    }

    private record StatusJson(String status) {}

    private record CheckJson(String name, boolean ready, @Nullable String reason) {}

    private record ReadinessJson(String status, List<CheckJson> checks) {}

    HttpResponse live(Exchange exchange) {
        return Answers.ok(new StatusJson("up"));
    }

    /** Without the reasons: they are the operators' business. */
    HttpResponse ready(Exchange exchange) {
        boolean ready = isReady(readiness.checks());
        return Answers.json(status(ready), new StatusJson(word(ready)));
    }

    HttpResponse readyWithReasons(Exchange exchange) {
        List<Readiness.Check> checks = readiness.checks();
        boolean ready = isReady(checks);
        return Answers.json(
                status(ready),
                new ReadinessJson(
                        word(ready),
                        checks.stream()
                                .map(c -> new CheckJson(c.name(), c.isReady(), c.reason()))
                                .toList()));
    }

    /** Serves a version that does not change while the gateway runs. */
    static Endpoint.Operation version(String version) {
        return _ -> Answers.ok(Map.of("version", version, "api", "v1"));
    }

    /** Serves a contract that lies beside this class. */
    static Endpoint.Operation contract(String resource) {
        byte[] contract = read(resource);
        return _ -> Answers.text(YAML, contract);
    }

    private static byte[] read(String resource) {
        try (InputStream in = GatewayOperations.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReady(List<Readiness.Check> checks) {
        return checks.stream().allMatch(Readiness.Check::isReady);
    }

    private static HttpStatus status(boolean ready) {
        return ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
    }

    private static String word(boolean ready) {
        return ready ? "ready" : "not_ready";
    }
}
