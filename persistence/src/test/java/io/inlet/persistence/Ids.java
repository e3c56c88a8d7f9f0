package io.inlet.persistence;

import java.util.UUID;

/** Ids that mean nothing. */
final class Ids {
    private Ids() {}

    static UUID random() {
        return UUID.randomUUID();
    }
}
