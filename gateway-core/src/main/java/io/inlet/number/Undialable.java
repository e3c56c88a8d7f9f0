package io.inlet.number;

import io.inlet.sms.Msisdn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The ranges of numbers that no network routes, from {@code undialable.txt}, each with who says so.
 * What is sent to a sandbox number by mistake then reaches nobody.
 */
public final class Undialable {
    private static final List<DigitPattern> RANGES = read();

    private Undialable() {}

    /** Whether nobody can have this number. */
    public static boolean holds(Msisdn number) {
        for (DigitPattern range : RANGES) {
            if (range.fits(number.digits())) {
                return true;
            }
        }
        return false;
    }

    private static List<DigitPattern> read() {
        try (InputStream in = Undialable.class.getResourceAsStream("undialable.txt")) {
            String text =
                    new String(
                            Objects.requireNonNull(in, "undialable.txt").readAllBytes(),
                            StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> new DigitPattern(line.substring(0, line.indexOf(' '))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
