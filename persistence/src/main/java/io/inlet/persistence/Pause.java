package io.inlet.persistence;

import java.io.IOException;

/** Before asking again whether a server is there or gone. */
final class Pause {
    private static final long MILLIS = 200;

    private Pause() {}

    static void brief() throws IOException {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
