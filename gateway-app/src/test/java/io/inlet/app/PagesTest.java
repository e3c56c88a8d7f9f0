package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.inlet.http.OpsKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    @TempDir Path directory;

    private final Queue<String> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final HttpServer gateway;

    PagesTest() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        gateway.createContext(
                "/",
                exchange -> {
                    asked.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    byte[] answer = answers.remove().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        gateway.start();
        OpsKey.readOrCreate(directory.resolve("ops.key"));
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void progress_names_the_place_at_which_a_run_that_is_broken_off_goes_on() {
        answers.add("{\"examined\":3,\"differences\":{\"brand\":2},\"next\":\"msg_1\"}");
        answers.add("{\"examined\":4,\"differences\":{\"brand\":1},\"next\":null}");
        URI base = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
        var client = new OpsClient(base, directory.resolve("ops.key"));
        Map<String, Object> wanted = new HashMap<>(Map.of("dryRun", true));

        Map<String, Integer> sums =
                new Pages(client, "/", wanted)
                        .sums(List.of("examined", "differences/brand"), new PrintWriter(out));

        assertThat(sums).containsEntry("examined", 7).containsEntry("differences/brand", 3);
        assertThat(out.toString()).isEqualTo("... {examined=3}, after msg_1\n");
        assertThat(asked.getFirst()).doesNotContain("after");
        assertThat(asked.getLast()).contains("\"after\":\"msg_1\"", "\"dryRun\":true");
    }
}
