package io.inlet.benchmarks;

import io.inlet.code.CueExtractor;
import io.inlet.sms.Alphabet;
import io.inlet.sms.Octets;
import io.inlet.sms.TextDecoder;
import io.inlet.sms.UserData;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much CPU time 10 KB of the worst text cost a lane: decoding from UCS-2 and reading the code,
 * warm, the best of five. Texts repeat what makes the extractor look at something twice.
 */
final class AdversarialTexts {
    private static final int LENGTH = 10_000;
    private static final int WARM_UP = 200;
    private static final int TRIES = 5;
    private static final List<String> UNITS =
            List.of(
                    "1",
                    "1 ",
                    "1-",
                    "1234 ",
                    "1234-",
                    "123,",
                    "12:3",
                    "a1",
                    "a-1",
                    "a@",
                    "@a.b #1",
                    "\n@a #",
                    "#1234",
                    "*1234*",
                    "http:// ",
                    "www.",
                    "code ",
                    "code 1234 ",
                    "1234 code ",
                    "code. 1234. ",
                    "order order code ",
                    "never share code 1234 ",
                    "one-time one-time p",
                    "verification verification-",
                    "otp A1B2C3 ",
                    "valid 5 min",
                    "1234 eur ",
                    "\u9a8c\u8bc1\u78011234",
                    "\u3010",
                    "your A",
                    "\u0967\u0968\u0969\u096a ",
                    "\ud83d\ude00",
                    "\ufffd",
                    " ",
                    "G-123456 ",
                    "..",
                    "A",
                    "A-",
                    "A&",
                    "(a",
                    "[Zorblax]",
                    "\u3010Zorblax\u3011",
                    "\"Zorblax\" ",
                    "\u00abZorblax\u00bb",
                    "(Zorblax, Leeds) ",
                    "Zorblax ",
                    "ZORBLAX",
                    "zorblax ztrk ",
                    "Bank of Zorblax ",
                    "Mi Movistar ",
                    "from Zorblax ",
                    "from ",
                    "Google WhatsApp ",
                    "google",
                    "gov.example ",
                    "Zorblax: ",
                    "149,90 EUR at Zorblax ",
                    "Zorblax will never ask. ",
                    "\u9280\u884c ");

    /** Beside a code alone brands are looked for. */
    private static final String CODE = "Your code: 482913. ";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final CueExtractor EXTRACTOR = new CueExtractor();

    private AdversarialTexts() {}

    /** The text that costs most, and how much, in milliseconds of thread CPU time. */
    record Worst(String unit, double millis) {}

    static Worst worst() {
        starts().forEach(AdversarialTexts::warmUp);
        return starts().map(start -> new Worst(start.strip(), bestMillis(text(start))))
                .max(Comparator.comparingDouble(Worst::millis))
                .orElseThrow();
    }

    // What a text starts with and then repeats, but for the code.
    private static Stream<String> starts() {
        return Stream.concat(UNITS.stream(), UNITS.stream().map(CODE::concat));
    }

    private static void warmUp(String start) {
        UserData text = text(start);
        for (int i = 0; i < WARM_UP; i++) {
            var _ = read(text);
        }
    }

    private static double bestMillis(UserData text) {
        long best = Long.MAX_VALUE;
        int said = 0;
        for (int i = 0; i < TRIES; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            said += read(text);
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - before);
        }
        if (said == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return best / 1e6;
    }

    private static int read(UserData octets) {
        String text = TextDecoder.decode(List.of(octets));
        return EXTRACTOR.read(text, "Acme").rule().length();
    }

    private static UserData text(String start) {
        String unit = start.startsWith(CODE) ? start.substring(CODE.length()) : start;
        String text = (start + unit.repeat(LENGTH / unit.length() + 1)).substring(0, LENGTH);
        Octets octets = Octets.wrap(text.getBytes(StandardCharsets.UTF_16BE));
        return new UserData(Alphabet.UCS2, Octets.EMPTY, octets);
    }
}
