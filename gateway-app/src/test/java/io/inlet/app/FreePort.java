package io.inlet.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port of loopback on which nobody listens. */
final class FreePort {
    private FreePort() {}

    /** Below those that systems give to whoever asks for any: nobody takes it in the meantime. */
    static int find() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // Taken: another, then.
            }
        }
    }
}
