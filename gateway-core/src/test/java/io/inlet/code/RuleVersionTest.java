package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Keeps the version of the rules honest: stored messages name it, and an operator has them read
 * again when it is another.
 */
class RuleVersionTest {
    private static final Path RECORDED =
            Path.of("src/test/resources/io/inlet/code/rule-version.txt");

    @Test
    void version_counts_up_whenever_phrases_or_weights_change() throws IOException {
        String[] recorded = Files.readString(RECORDED).strip().split(" ", 2);
        int before = Integer.parseInt(recorded[0]);
        String hash = RuleHash.ofShipped();
        boolean same = hash.equals(recorded[1]);
        int version = Math.max(same ? before : before + 1, Analysis.RULE_VERSION);
        assertThat(Analysis.RULE_VERSION + " " + hash)
                .as(
                        "rules and their version: count RULE_VERSION in Analysis up to %s, and record"
                                + " this line in %s: %s %s",
                        version, RECORDED, version, hash)
                .isEqualTo(before + " " + recorded[1]);
    }

    @Test
    void each_phrase_and_weight_makes_another_hash() {
        String one = new RuleHash().file("en", "link: is, are").hash();
        assertThat(new RuleHash().file("en", "link: is, were").hash()).isNotEqualTo(one);
        assertThat(new RuleHash().file("de", "link: is, are").hash()).isNotEqualTo(one);
        String light = new RuleHash().weight("USED", 0.5).hash();
        assertThat(new RuleHash().weight("USED", 0.6).hash()).isNotEqualTo(light);
        assertThat(new RuleHash().weight("SECRET", 0.5).hash()).isNotEqualTo(light);
    }

    @Test
    void comments_and_empty_lines_make_no_other_hash() {
        String one = new RuleHash().file("en", "link: is\nuse: enter").hash();
        assertThat(new RuleHash().file("en", "# Little words.\nlink: is\n\nuse: enter\n").hash())
                .isEqualTo(one);
    }

    @Test
    void constants_of_a_class_are_hashed_whatever_their_order() {
        assertThat(RuleHash.constants(Weights.class))
                .containsEntry("Weights.ENOUGH", 0.5)
                .containsKey("Weights.LIKELY")
                .containsKey("Weights.NAMED");
        assertThat(RuleHash.constants(Brands.class)).containsOnlyKeys("Brands.LIKELY");
    }
}
