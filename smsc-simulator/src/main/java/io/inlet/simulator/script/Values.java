package io.inlet.simulator.script;

import io.inlet.id.EnumName;
import io.inlet.simulator.CommandStatus;
import io.inlet.sms.Octets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of a line. Failures are IllegalArgumentExceptions. */
final class Values {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private final Tokens tokens;

    Values(Tokens tokens) {
        this.tokens = tokens;
    }

    Duration duration() {
        String text = tokens.value("a duration such as 500ms or 5s");
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "expected a duration such as 500ms, 5s, 10m or 1h, found "
                            + Tokens.shown(text));
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    /** A duration after a word, or another if the word is not there. */
    Duration durationAfter(String word, Duration otherwise) {
        return tokens.take(word) ? duration() : otherwise;
    }

    int number(String name, int least, int most) {
        String text = tokens.value(name);
        int value = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "expected %s of %d to %d, found %s"
                            .formatted(name, least, most, Tokens.shown(text)));
        }
        return value;
    }

    int[] numbers(String name) {
        String text = tokens.value(name);
        if (!text.matches("\\d{1,3}(,\\d{1,3})*")) {
            throw new IllegalArgumentException(
                    "expected " + name + " like 3,1,2, found " + Tokens.shown(text));
        }
        return Pattern.compile(",").splitAsStream(text).mapToInt(Integer::parseInt).toArray();
    }

    <E extends Enum<E>> E choice(Class<E> type, String name) {
        String text = tokens.value(name);
        E value = EnumName.find(type, text);
        if (value == null) {
            throw new IllegalArgumentException(
                    "expected %s (%s), found %s"
                            .formatted(name, EnumName.all(type), Tokens.shown(text)));
        }
        return value;
    }

    int status() {
        return CommandStatus.parse(tokens.value("a command_status"));
    }

    Octets octets() {
        StringBuilder digits = new StringBuilder(tokens.value("hexadecimal digits"));
        while (!tokens.isEmpty() && !tokens.isAt("session")) {
            digits.append(tokens.value("hexadecimal digits"));
        }
        if (digits.length() % 2 != 0 || !digits.toString().matches("[0-9a-fA-F]+")) {
            throw new IllegalArgumentException("expected pairs of hexadecimal digits");
        }
        return Octets.hex(digits.toString());
    }

    Step.Target target() {
        return new Step.Target(tokens.take("session") ? number("a session", 1, 10_000) : 0);
    }
}
