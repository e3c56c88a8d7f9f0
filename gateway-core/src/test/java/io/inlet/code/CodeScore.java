package io.inlet.code;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How well messages were read. For one thread. */
final class CodeScore {
    private int with;
    private int exact;
    private int wrong;
    private int without;
    private int invented;
    private int pins;
    private int pinsAsCodes;
    private int branded;
    private int brandRight;
    private int unbranded;
    private int brandInvented;
    private int timed;
    private int timeRight;
    private int untimed;
    private int timeInvented;

    void add(LabelledMessage message, CodeReading reading) {
        if (message.pin()) {
            pins++;
            pinsAsCodes += reading.code() == null ? 0 : 1;
        } else if (message.code() == null) {
            without++;
            invented += reading.code() == null ? 0 : 1;
        } else {
            addCode(message, message.code(), reading);
        }
    }

    private void addCode(LabelledMessage message, String code, CodeReading reading) {
        with++;
        if (reading.code() != null) {
            boolean right = canonical(reading.code()).equals(canonical(code));
            exact += right ? 1 : 0;
            wrong += right ? 0 : 1;
        }
        if (message.brand() == null) {
            unbranded++;
            brandInvented += reading.brand() == null ? 0 : 1;
        } else {
            branded++;
            brandRight += name(reading.brand()).equals(name(message.brand())) ? 1 : 0;
        }
        Long seconds = reading.validFor() == null ? null : (Long) reading.validFor().toSeconds();
        if (message.seconds() == null) {
            untimed++;
            timeInvented += seconds == null ? 0 : 1;
        } else {
            timed++;
            timeRight += Objects.equals(seconds, message.seconds()) ? 1 : 0;
        }
    }

    /** A code as it is compared. */
    static String canonical(String code) {
        String digits =
                code.codePoints()
                        .filter(Character::isLetterOrDigit)
                        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return Normalizer.normalize(digits, Form.NFKC).toUpperCase(Locale.ROOT);
    }

    /** A brand as it is compared. */
    static String name(@Nullable String brand) {
        String plain = brand == null ? "" : Normalizer.normalize(brand, Form.NFKC);
        return plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }

    double exact() {
        return share(exact, with);
    }

    double wrong() {
        return share(wrong, with);
    }

    double invented() {
        return share(invented, without);
    }

    double pinsAsCodes() {
        return share(pinsAsCodes, pins);
    }

    double brand() {
        return share(brandRight, branded);
    }

    double brandInvented() {
        return share(brandInvented, unbranded);
    }

    double validity() {
        return share(timeRight, timed);
    }

    double validityInvented() {
        return share(timeInvented, untimed);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    /** A row of a table: with, exact, wrong, without, invented, brand, validity, in per cent. */
    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %d | %.1f | %.1f | %.1f |",
                name,
                with,
                exact(),
                wrong(),
                without,
                invented(),
                brand(),
                validity());
    }
}
