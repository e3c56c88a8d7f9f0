package io.inlet.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The port on which a demo listens for operators. Their commands find it in the configuration, so
 * it must be known before the gateway starts.
 */
final class DemoPort {
    private static final int USUAL = 8081;

    // Below those that systems give to whoever asks for any: nobody takes it in the meantime.
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;

    private DemoPort() {}

    /**
     * A port to listen on.
     *
     * @param wanted what was asked for; 0 for any, less than 0 if nothing was
     * @param once whether the demo is to stand beside nobody else's
     */
    static int operators(int wanted, boolean once) {
        if (wanted > 0) {
            return wanted;
        }
        boolean usual = wanted < 0 && !once;
        return usual ? orAny(USUAL) : any();
    }

    /** This port, or any if it is taken. */
    static int orAny(int port) {
        return isFree(port) ? port : any();
    }

    private static int any() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
