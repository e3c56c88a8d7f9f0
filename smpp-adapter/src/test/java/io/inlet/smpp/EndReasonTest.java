package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each reason has a test that comes to it, or a reason of its own not to. */
class EndReasonTest {
    private static final Path TESTS = Path.of("src", "test", "java", "io", "inlet", "smpp");

    private static final Map<EndReason, String> UNREACHED =
            Map.of(EndReason.INTERNAL_ERROR, "only a bug leads to it, and none is known");

    @Test
    void every_reason_is_reached_by_some_test() throws IOException {
        Set<String> reached = new TreeSet<>();
        try (Stream<Path> files = Files.list(TESTS)) {
            files.filter(Files::isRegularFile)
                    .filter(EndReasonTest::bindsForReal)
                    .forEach(file -> reached.addAll(named(file)));
        }
        Set<String> all =
                Stream.of(EndReason.values())
                        .filter(reason -> !UNREACHED.containsKey(reason))
                        .map(Enum::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        all.removeAll(reached);
        assertThat(all).isEmpty();
    }

    private static boolean bindsForReal(Path file) {
        String name = file.getFileName().toString();
        return !name.equals("EndReasonTest.java") && read(file).contains("Rig rig");
    }

    private static Set<String> named(Path file) {
        return Pattern.compile("EndReason\\.([A-Z_]+)")
                .matcher(read(file))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
