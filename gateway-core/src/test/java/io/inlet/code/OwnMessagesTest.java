package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How well our own messages are read, in 109 languages. The tables are printed to {@code
 * target/code-scores-*.md}; {@code docs/codes.md} shows them.
 */
class OwnMessagesTest {
    private static final CodeExtractor EXTRACTOR = new CueExtractor();

    private static CodeScore score(String part) throws IOException {
        CodeScore all = new CodeScore();
        Map<String, CodeScore> languages = new TreeMap<>();
        for (LabelledMessage message : LabelledMessage.all(part)) {
            CodeReading reading = EXTRACTOR.read(message.text(), message.sender());
            all.add(message, reading);
            languages
                    .computeIfAbsent(message.language(), key -> new CodeScore())
                    .add(message, reading);
        }
        print(part, all, languages);
        return all;
    }

    private static void print(String part, CodeScore all, Map<String, CodeScore> languages)
            throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| language | with a code | exact % | wrong % | without | invented % | brand % | validity % |");
        lines.add("|---|---|---|---|---|---|---|---|");
        lines.add(all.row("all"));
        languages.forEach((language, score) -> lines.add(score.row(language)));
        Files.write(Path.of("target/code-scores-" + part + ".md"), lines);
    }

    @Test
    void messages_for_tuning_are_read() throws IOException {
        CodeScore score = score("tuned");
        assertThat(score.exact()).isGreaterThan(97.5);
        assertThat(score.wrong()).isLessThan(0.3);
        assertThat(score.invented()).isLessThan(1);
        assertThat(score.pinsAsCodes()).isLessThan(3);
        assertThat(score.brand()).isGreaterThan(92);
        assertThat(score.validity()).isGreaterThan(98);
        assertThat(score.validityInvented()).isLessThan(2);
    }

    @Test
    void messages_that_nobody_tuned_for_are_read() throws IOException {
        CodeScore score = score("unread");
        assertThat(score.exact()).isGreaterThan(93);
        assertThat(score.wrong()).isLessThan(1);
        assertThat(score.invented()).isLessThan(1.2);
        assertThat(score.brand()).isGreaterThan(81);
        assertThat(score.validity()).isGreaterThan(91);
    }
}
