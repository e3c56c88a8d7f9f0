package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sms.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No octets harm a decoder. With {@code -Dinlet.fuzz.time=10m} Jazzer looks for what does for two
 * thirds of that time, and {@link SlowInputs} for what is slow for the rest; a finding is printed
 * in hexadecimal, and belongs into {@code fuzz-regressions.txt} once it is mended. Without, what
 * once failed is tried again.
 *
 * <p>Jazzer's own driver instead of its JUnit extension: that takes one test of a JVM and its time
 * from an annotation, and instruments the JVM in which others run.
 */
class DecoderFuzzTest {
    /** Of Jazzer's detectors of attacks on Java programs: it fails on what Netty passes. */
    private static final String BREAKS_NETTY =
            "com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer";

    /** What a program that does not end is taken to end with. */
    private static final int HANGS = 124;

    private static final Path FOLDER = Path.of("target", "fuzz");
    private static final Path CORPUS = FOLDER.resolve("corpus");
    private static final Path FINDINGS = FOLDER.resolve("findings");

    static Stream<FuzzCase> seeds() {
        return FuzzSeeds.cases().stream();
    }

    static List<String> regressions() throws IOException {
        try (var in = DecoderFuzzTest.class.getResourceAsStream("fuzz-regressions.txt")) {
            String lines =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_carriers_send_is_decoded(FuzzCase input) {
        input.run();
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void what_once_failed_is_decoded(String finding) {
        FuzzCase input =
                isStretch(finding)
                        ? Stretch.parse(finding).whole()
                        : new FuzzCase(Octets.hex(finding));
        input.run();
    }

    private static boolean isStretch(String finding) {
        return finding.indexOf('*') >= 0;
    }

    @Test
    @EnabledIfSystemProperty(named = "inlet.fuzz.time", matches = ".+")
    void no_octets_crash_a_decoder_or_take_a_millisecond() throws Exception {
        Duration time = time();
        layOutCorpus();
        int crashed = search(time.multipliedBy(2).dividedBy(3));
        assertThat(findings()).as("inputs that crash or hang a decoder").isEmpty();
        assertThat(crashed).as("Jazzer's exit status, see target/fuzz/jazzer.log").isZero();
        assertThat(searchSlow(time.dividedBy(3))).as("an input is too slow, see above").isZero();
    }

    private static void layOutCorpus() throws IOException {
        Files.createDirectories(CORPUS);
        Files.createDirectories(FINDINGS);
        for (Path old : list(FINDINGS)) {
            Files.delete(old);
        }
        List<FuzzCase> seeds = FuzzSeeds.cases();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(CORPUS.resolve("seed-" + i), seeds.get(i).octets().array());
        }
    }

    private static int search(Duration time) throws Exception {
        List<String> arguments =
                List.of(
                        "--target_class=" + DecoderFuzzer.class.getName(),
                        "--instrumentation_includes=io.inlet.**:com.cloudhopper.smpp.**",
                        "--disabled_hooks=" + BREAKS_NETTY,
                        "--reproducer_path=" + FOLDER,
                        "-artifact_prefix=" + FINDINGS + '/',
                        "-max_total_time=" + time.toSeconds(),
                        "-max_len=4096",
                        "-timeout=5",
                        "-rss_limit_mb=0",
                        "-seed=" + (System.nanoTime() & Integer.MAX_VALUE),
                        CORPUS.toString());
        Path log = FOLDER.resolve("jazzer.log");
        int status = run("com.code_intelligence.jazzer.Jazzer", arguments, log);
        print(log, "Seed:|Done ");
        return status;
    }

    private static Duration time() {
        return Duration.parse("PT" + System.getProperty("inlet.fuzz.time"));
    }

    private static int searchSlow(Duration time) throws Exception {
        List<String> arguments = new ArrayList<>();
        arguments.add(time.toString());
        arguments.add(CORPUS.toString());
        arguments.add(Long.toString(System.nanoTime()));
        regressions().stream().filter(DecoderFuzzTest::isStretch).forEach(arguments::add);
        Path log = FOLDER.resolve("slow.log");
        int status = run(SlowInputs.class.getName(), arguments, log);
        print(log, "inputs of 64 KiB|Exception|Error");
        return status;
    }

    private static int run(String main, List<String> arguments, Path log) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dinlet.fuzz.mostMicros=" + Long.getLong("inlet.fuzz.mostMicros", 1_000),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            Duration atMost = time().multipliedBy(3).plusMinutes(1);
            return process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)
                    ? process.exitValue()
                    : HANGS;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void print(Path log, String pattern) throws IOException {
        var wanted = java.util.regex.Pattern.compile(pattern);
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            lines.filter(line -> wanted.matcher(line).find()).forEach(System.out::println);
        }
    }

    private static List<String> findings() throws IOException {
        List<String> findings = new ArrayList<>();
        for (Path file : list(FINDINGS)) {
            String octets = HexFormat.of().formatHex(Files.readAllBytes(file));
            findings.add(file.getFileName() + " " + octets);
        }
        return findings;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
