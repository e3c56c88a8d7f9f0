package io.inlet.code;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What of a message for tuning is read wrongly, for who tunes. Counts as {@link CodeScore}. */
final class Misreading {
    private final LabelledMessage message;
    private final CodeReading reading;

    private Misreading(LabelledMessage message, CodeReading reading) {
        this.message = message;
        this.reading = reading;
    }

    /** All that is wrong; nothing if all is right. */
    static List<String> of(LabelledMessage message, CodeReading reading) {
        return new Misreading(message, reading).faults();
    }

    private List<String> faults() {
        String read = reading.code();
        String code = message.code();
        if (message.pin()) {
            return read == null ? List.of() : List.of("pin as code: " + read);
        }
        if (code == null) {
            return read == null ? List.of() : List.of("invented: " + read);
        }
        List<String> faults = new ArrayList<>();
        if (read == null) {
            faults.add("missed: " + code);
        } else if (!CodeScore.canonical(read).equals(CodeScore.canonical(code))) {
            faults.add(other("wrong", code, read));
        }
        if (!CodeScore.name(reading.brand()).equals(CodeScore.name(message.brand()))) {
            faults.add(other("brand", message.brand(), reading.brand()));
        }
        Duration validFor = reading.validFor();
        Long seconds = validFor == null ? null : (Long) validFor.toSeconds();
        if (!Objects.equals(seconds, message.seconds())) {
            faults.add(other("validity", message.seconds(), seconds));
        }
        return faults;
    }

    private static String other(String what, @Nullable Object expected, @Nullable Object read) {
        return what + ": expected " + shown(expected) + ", read " + shown(read);
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }
}
