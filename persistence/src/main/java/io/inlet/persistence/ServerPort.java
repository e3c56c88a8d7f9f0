package io.inlet.persistence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;

/** Where the embedded server listens if nobody says: where it did the last time. */
final class ServerPort {
    private ServerPort() {}

    static int remembered(EmbeddedHome home) throws IOException {
        if (Files.exists(home.port())) {
            String text = Files.readString(home.port()).strip();
            if (text.matches("\\d{1,5}")) {
                return Integer.parseInt(text);
            }
        }
        return free();
    }

    static void remember(EmbeddedHome home, int port) throws IOException {
        Files.writeString(home.port(), Integer.toString(port));
    }

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
