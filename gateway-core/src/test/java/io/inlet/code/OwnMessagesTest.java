package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * How well our own messages are read, in 109 languages. The tables are printed to {@code
 * target/code-scores-*.md}; {@code docs/codes.md} shows them. Which of those for tuning are read
 * wrongly is printed to {@code target/code-wrong-tuned.txt}.
 */
class OwnMessagesTest {
    private static final Path WRONG = Path.of("target/code-wrong-tuned.txt");

    private final CodeExtractor extractor = new CueExtractor();

    private CodeScore score(String part, BiConsumer<LabelledMessage, CodeReading> each)
            throws IOException {
        CodeScore all = new CodeScore();
        Map<String, CodeScore> languages = new TreeMap<>();
        for (LabelledMessage message : LabelledMessage.all(part)) {
            CodeReading reading = extractor.read(message.text(), message.sender());
            each.accept(message, reading);
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

    private static void printWrong(List<String> wrong) throws IOException {
        Files.write(WRONG, wrong);
        System.out.printf(
                "%d messages for tuning are not read quite right; which, and how: %s%n",
                wrong.size(), WRONG.toAbsolutePath());
    }

    @Test
    void messages_for_tuning_are_read() throws IOException {
        List<String> wrong = new ArrayList<>();
        CodeScore score =
                score(
                        "tuned",
                        (message, reading) -> {
                            List<String> faults = Misreading.of(message, reading);
                            if (!faults.isEmpty()) {
                                wrong.add(message.id() + "  " + String.join("; ", faults));
                            }
                        });
        printWrong(wrong);
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
        // Who sees which of them is read wrongly has begun to tune for them.
        CodeScore score = score("unread", (_, _) -> {});
        assertThat(score.exact()).isGreaterThan(93);
        assertThat(score.wrong()).isLessThan(1);
        assertThat(score.invented()).isLessThan(1.2);
        assertThat(score.brand()).isGreaterThan(81);
        assertThat(score.validity()).isGreaterThan(91);
    }
}
