package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A client that asks over HTTP/2 and takes each request back at once (CVE-2023-44487). The
 * gateway's log thins out what Armeria says of it, by logger and exception: PeerFaults of
 * gateway-app.
 */
class ResetFloodTest {
    private static final byte[] PREFACE =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int END_STREAM_AND_HEADERS = 0x5;
    private static final int CANCEL = 8;
    private static final int FLOOD = 5_000;

    @Test
    void flood_of_resets_ends_its_connection_with_one_line_that_a_filter_knows()
            throws IOException {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(logged);
        try (RunningInlet inlet = new RunningInlet()) {
            flood(inlet.server.port());
            assertThat(inlet.anonymous().get("/v1/version").status()).isEqualTo(200);
        } finally {
            root.detachAppender(logged);
        }
        assertThat(logged.list)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.getLoggerName()).endsWith(".AbstractHttp2ConnectionHandler");
                    assertThat(((ThrowableProxy) line.getThrowableProxy()).getThrowable())
                            .isInstanceOfSatisfying(
                                    Http2Exception.class,
                                    e ->
                                            assertThat(e.error())
                                                    .isEqualTo(Http2Error.ENHANCE_YOUR_CALM));
                });
    }

    private static void flood(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(PREFACE);
                out.write(frame(SETTINGS, 0, 0, new byte[0]));
                for (int i = 0; i < FLOOD; i++) {
                    int stream = 2 * i + 1;
                    out.write(frame(HEADERS, END_STREAM_AND_HEADERS, stream, request()));
                    out.write(frame(RST_STREAM, 0, stream, code(CANCEL)));
                }
                out.flush();
                drain(socket.getInputStream());
            } catch (SocketException e) {
                // The gateway closes before it has read everything.
                assertThat(e).isNotNull();
            }
        }
    }

    private static void drain(InputStream in) throws IOException {
        byte[] chunk = new byte[8_192];
        int n = in.read(chunk);
        while (n >= 0) {
            n = in.read(chunk);
        }
    }

    // Section 4.1 of RFC 9113.
    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    private static byte[] code(int code) {
        return ByteBuffer.allocate(4).putInt(code).array();
    }

    // Indexed :method GET and :scheme http, literal :path and :authority (RFC 7541, appendix A).
    private static byte[] request() {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(0x82);
        block.write(0x86);
        literal(block, 0x04, "/v1/version");
        literal(block, 0x01, "x");
        return block.toByteArray();
    }

    private static void literal(ByteArrayOutputStream block, int name, String value) {
        byte[] octets = value.getBytes(StandardCharsets.US_ASCII);
        block.write(name);
        block.write(octets.length);
        block.writeBytes(octets);
    }
}
