package io.inlet.code;

import io.inlet.code.CodeReading.Kind;
import io.inlet.code.CodeReading.Purpose;

/** What a message is, if it has no code, and what its code is for, if it has one. */
final class KindOfMessage {
    private final Hits hits;

    KindOfMessage(Hits hits) {
        this.hits = hits;
    }

    Kind without() {
        if (hits.has(Cue.ALERT)) {
            return Kind.SECURITY_ALERT;
        }
        if (hits.has(Cue.PROMO)) {
            return Kind.PROMO;
        }
        return hits.has(Cue.NOTICE) || hits.has(Cue.NUMBER) ? Kind.NOTIFICATION : Kind.OTHER;
    }

    Purpose purpose() {
        for (int i = 0; i < hits.count(); i++) {
            Purpose purpose = hits.cue(i).purpose();
            if (purpose != null) {
                return purpose;
            }
        }
        return Purpose.UNKNOWN;
    }
}
