package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What systemd's journal gets. */
final class JournalTest {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.inlet.some.Part");

    @TempDir Path folder;

    @Test
    void a_line_begins_with_its_syslog_level() {
        assertThat(line(Level.ERROR, null)).isEqualTo("<3>io.inlet.some.Part it is so\n");
        assertThat(line(Level.WARN, null)).startsWith("<4>");
        assertThat(line(Level.INFO, null)).startsWith("<6>");
        assertThat(line(Level.DEBUG, null)).startsWith("<7>");
        assertThat(line(Level.TRACE, null)).startsWith("<7>");
    }

    @Test
    void so_does_every_line_of_a_trace() {
        String lines = line(Level.ERROR, new IllegalStateException("broken"));

        assertThat(lines.lines()).hasSizeGreaterThan(2).allMatch(line -> line.startsWith("<3>"));
        assertThat(lines).contains("IllegalStateException: broken");
    }

    @Test
    void a_stream_is_the_journals_if_the_variable_names_it() throws IOException {
        Path stream = Files.createFile(folder.resolve("stream"));
        var found = Files.readAttributes(stream, "unix:dev,ino");
        String name = found.get("dev") + ":" + found.get("ino");

        assertThat(JournalStream.isAt(stream, Map.of("JOURNAL_STREAM", name))).isTrue();
        assertThat(JournalStream.isAt(stream, Map.of("JOURNAL_STREAM", "8:1"))).isFalse();
        assertThat(JournalStream.isAt(stream, Map.of())).isFalse();
    }

    private static String line(Level level, @Nullable Throwable thrown) {
        return new JournalLayout()
                .doLayout(
                        new LoggingEvent(
                                "", LOGGER, level, "it is {}", thrown, new Object[] {"so"}));
    }
}
