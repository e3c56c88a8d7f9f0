package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What no HTTP client would send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawHttpTest {
    private final RunningInlet inlet = new RunningInlet();

    @AfterAll
    void end() {
        inlet.close();
    }

    @Test
    void flood_of_headers_is_refused_as_a_problem() throws IOException {
        Answer answer =
                exchange(
                        "GET /v1/version HTTP/1.1\r\nHost: x\r\n"
                                + "X-Flood: 0123456789\r\n".repeat(2_000)
                                + "\r\n");
        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.problem()).isEqualTo("headers-too-large");
    }

    @Test
    void too_long_path_is_refused_as_a_problem() throws IOException {
        Answer answer = exchange("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.problem()).isEqualTo("uri-too-long");
    }

    @Test
    void unknown_method_is_refused_as_a_problem() throws IOException {
        Answer answer = exchange("BREW /v1/version HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer.status()).isEqualTo(405);
    }

    @Test
    void wrong_content_length_is_refused_as_a_problem() throws IOException {
        Answer answer =
                exchange("POST /v1/leases HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void what_is_not_http_does_not_harm_others() throws IOException {
        byte[] noise = new byte[5_000];
        new Random(7).nextBytes(noise);
        raw(noise);
        assertThat(inlet.anonymous().get("/v1/version").status()).isEqualTo(200);
    }

    private Answer exchange(String request) throws IOException {
        String text = raw(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(text).startsWith("HTTP/1.1 ");
        int status = Integer.parseInt(text, 9, 12, 10);
        String body = text.substring(text.indexOf("\r\n\r\n") + 4);
        HttpHeaders headers =
                HttpHeaders.of(
                        Map.of("Content-Type", List.of("application/problem+json")),
                        (a, b) -> true);
        assertThat(text.toLowerCase(Locale.ROOT))
                .contains("content-type: application/problem+json");
        Answer answer = new Answer(status, headers, body);
        assertThat(Contract.consumers().violations("GET", "/v1/nowhere", answer)).isEmpty();
        return answer;
    }

    /** Sends octets, and reads until the gateway closes the connection. */
    private String raw(byte[] octets) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), inlet.server.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(octets);
                out.flush();
                socket.shutdownOutput();
            } catch (SocketException e) {
                // The gateway may close before it has read everything.
                assertThat(e).isNotNull();
            }
            return read(socket);
        }
    }

    private static String read(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] chunk = new byte[4_096];
        try {
            for (int n = socket.getInputStream().read(chunk);
                    n >= 0;
                    n = socket.getInputStream().read(chunk)) {
                text.append(new String(chunk, 0, n, StandardCharsets.UTF_8));
            }
        } catch (SocketException e) {
            // A reset after the answer: what was read counts.
            assertThat(e).isNotNull();
        }
        return text.toString();
    }
}
