package io.inlet.simulator.script;

import io.inlet.id.EnumName;
import io.inlet.simulator.CommandStatus;
import io.inlet.sms.Octets;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of a line. Failures are IllegalArgumentExceptions. */
final class Values {
    private static final Pattern COUNT = Pattern.compile("\\d+");
    private static final Pattern HEX_PAIRS = Pattern.compile("([0-9a-fA-F]{2})+");
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
        while (tokens.isAtMatch(HEX_PAIRS)) {
            digits.append(tokens.value("hexadecimal digits"));
        }
        if (digits.length() % 2 != 0 || !digits.toString().matches("[0-9a-fA-F]+")) {
            throw new IllegalArgumentException("expected pairs of hexadecimal digits");
        }
        return Octets.hex(digits.toString());
    }

    /** A number in hexadecimal or decimal digits. */
    int hexNumber(String name, int most) {
        String text = tokens.value(name);
        int value = -1;
        if (text.matches("0x[0-9a-fA-F]{1,7}")) {
            value = Integer.parseInt(text.substring(2), 16);
        } else if (text.matches("\\d{1,9}")) {
            value = Integer.parseInt(text);
        }
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(
                    "expected %s of 0 to 0x%x, found %s".formatted(name, most, Tokens.shown(text)));
        }
        return value;
    }

    /** How many times, if a count stands there; else once. */
    int times(int most) {
        if (!tokens.isAtMatch(COUNT)) {
            return 1;
        }
        int times = number("a count", 1, most);
        tokens.expect("times");
        return times;
    }

    InetSocketAddress hostAndPort() {
        String text = tokens.value("host:port");
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException("expected host:port, found " + Tokens.shown(text));
        }
        int port = Integer.parseInt(text.substring(colon + 1));
        return InetSocketAddress.createUnresolved(text.substring(0, colon), port);
    }

    Step.Target target() {
        return new Step.Target(tokens.take("session") ? number("a session", 1, 10_000) : 0);
    }
}
