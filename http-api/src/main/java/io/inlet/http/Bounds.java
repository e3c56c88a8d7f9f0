package io.inlet.http;

import io.inlet.settings.Durations;
import java.time.Duration;

/** Checks of settings; messages name the setting, what was expected and what was found. */
final class Bounds {
    private Bounds() {}

    static void range(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw refused(name, least + " to " + most, value);
        }
    }

    static void range(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw refused(
                    name,
                    Durations.write(least) + " to " + Durations.write(most),
                    Durations.write(value));
        }
    }

    static void text(String name, String value) {
        if (value.isBlank()) {
            throw refused(name, "an address or host name", "nothing");
        }
    }

    private static IllegalArgumentException refused(String name, String expected, Object found) {
        return new IllegalArgumentException(name + ": expected " + expected + ", found " + found);
    }
}
