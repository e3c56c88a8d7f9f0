package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sms.Alphabet;
import io.inlet.sms.DecodingWork;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Invariant 9: no input text can make decoding or code extraction slow. */
class LinearTimeTest {
    private static final int SHORT = 1_000;
    private static final int LONG = 10_000;
    private static final CueExtractor EXTRACTOR = new CueExtractor();

    /** How often a character may be looked at, on average. */
    private static final int MOST_VISITS = 60;

    static Stream<String> units() {
        Random random = new Random(31);
        Stream<String> noise =
                Stream.generate(() -> noise(random, 2 + random.nextInt(12))).limit(300);
        return Stream.concat(
                Stream.of(
                        "1",
                        "1 ",
                        "1-",
                        "1.",
                        "1,",
                        "1:",
                        "1/",
                        "12 ",
                        "123 ",
                        "1234 ",
                        "1234-",
                        "123,",
                        "12:3",
                        "a1",
                        "1a",
                        "a-1",
                        "ab-1234 ",
                        "a",
                        "a.b",
                        "a@",
                        "@",
                        "@a ",
                        "@a.b #1",
                        "\n@a #",
                        "#",
                        "#1234",
                        "*",
                        "*1234*",
                        "+",
                        "http://",
                        "www.",
                        "http:// ",
                        "code",
                        "code ",
                        "code 1234 ",
                        "1234 code ",
                        "code. 1234. ",
                        "order 1234 ",
                        "order order code ",
                        "never share code 1234 ",
                        "never share ",
                        "one-time one-time p",
                        "verification verification-",
                        "code: ",
                        "1234 order ",
                        "otp A1B2C3 ",
                        "5 minutes ",
                        "valid 5 min",
                        "$1234 ",
                        "1234 eur ",
                        "eur1234 ",
                        "验证码",
                        "验证码1234",
                        "，1234，",
                        "【",
                        "】",
                        "[",
                        "]",
                        ": ",
                        "your ",
                        "your A",
                        "é",
                        "ß1",
                        "رمز ١٢٣٤ ",
                        "१२३४ ",
                        "😀",
                        "\uD83D",
                        "\uFFFD",
                        "\n",
                        " ",
                        "1 2 3 4 5 6 7 8 9 ",
                        "h",
                        "h1h",
                        "mins1mins",
                        "G-123456 ",
                        "xx12",
                        "..",
                        "!1",
                        "code!1234?",
                        "a-b-c-d-",
                        "A1-B2-",
                        "a.b.c.d.",
                        "ab@",
                        "bank ",
                        "Bank of ",
                        "(",
                        "-",
                        "valid for ",
                        "valid until ",
                        "valid until 14:35 ",
                        "code 482913 until 14:35-12.03. ",
                        "482913 until 12 march until ",
                        "14:35 까지 ",
                        "1 h until ",
                        "minutes ",
                        "A",
                        "Zorblax ",
                        "zorblax ztrk ",
                        "ZORBLAX",
                        "(a",
                        "(Zorblax, Leeds) ",
                        "[Zorblax]",
                        "\"Zorblax\" ",
                        "Zorblax: ",
                        "Zorblax 4711 ",
                        "A&",
                        "gov.example ",
                        "Ж",
                        "銀行 ",
                        "5 minutes valid ",
                        "-1234-",
                        "ＡＢ１",
                        "か\u3099",
                        "\u1112\u1161\u11ab"),
                noise);
    }

    private static String noise(Random random, int length) {
        String alphabet = "1234567890 -.,:/@#*+abcxG$%\n验证码]【é";
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < length; i++) {
            noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return noise.append(random.nextInt(4) == 0 ? "code " : "").toString();
    }

    @ParameterizedTest
    @MethodSource("units")
    void text_of_any_shape_is_decoded_and_read_in_linear_time(String unit) {
        long little = readingWork(unit, SHORT);
        long much = readingWork(unit, LONG);
        assertThat(much).isLessThan(MOST_VISITS * LONG).isLessThanOrEqualTo(12 * little);
        for (Alphabet alphabet : Alphabet.values()) {
            assertThat(decodingWork(alphabet, unit, LONG))
                    .isLessThanOrEqualTo(3 * LONG)
                    .isLessThanOrEqualTo(12 * decodingWork(alphabet, unit, SHORT));
        }
    }

    /** Names of brands are looked for only where a code was found. */
    @ParameterizedTest
    @MethodSource("units")
    void brands_are_found_in_linear_time_beside_a_code(String unit) {
        long little = brandWork(unit, SHORT);
        long much = brandWork(unit, LONG);
        assertThat(much).isLessThan(MOST_VISITS * LONG).isLessThanOrEqualTo(12 * little);
    }

    private static long brandWork(String unit, int length) {
        return work("Your code: 482913. " + repeat(unit, length));
    }

    private static long readingWork(String unit, int length) {
        return work(repeat(unit, length));
    }

    private static long work(String message) {
        Counting text = new Counting(PlainText.of(message));
        EXTRACTOR.read(text, "Zorblax");
        return text.visits;
    }

    private static long decodingWork(Alphabet alphabet, String unit, int length) {
        byte[] octets = repeat(unit, length).getBytes(StandardCharsets.UTF_16BE);
        return DecodingWork.visits(alphabet, java.util.Arrays.copyOf(octets, length));
    }

    private static String repeat(String unit, int length) {
        return unit.repeat(length / unit.length() + 1).substring(0, length);
    }

    /** Counts how often a character is looked at. */
    static final class Counting extends PlainText {
        long visits;

        Counting(PlainText text) {
            super(text);
        }

        @Override
        public char charAt(int index) {
            visits++;
            return super.charAt(index);
        }

        @Override
        char at(int index) {
            visits++;
            return super.at(index);
        }

        @Override
        char orEnd(int index) {
            visits++;
            return super.orEnd(index);
        }

        @Override
        boolean isUpper(int index) {
            visits++;
            return super.isUpper(index);
        }

        @Override
        public String subSequence(int start, int end) {
            visits += end - start;
            return super.subSequence(start, end);
        }
    }
}
