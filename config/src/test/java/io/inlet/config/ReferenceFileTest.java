package io.inlet.config;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.config.Tree.Field;
import io.inlet.config.Tree.Mapping;
import io.inlet.config.Tree.Nothing;
import io.inlet.config.Tree.Scalar;
import io.inlet.config.Tree.Sequence;
import io.inlet.config.Tree.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped file against the records. */
class ReferenceFileTest {
    private static final Pattern COMMENTED_OUT =
            Pattern.compile("^( *)#(?=[^ #\\n])", Pattern.MULTILINE);

    @TempDir Path folder;

    @Test
    void it_is_accepted_as_it_is_shipped() throws IOException {
        assertThat(read(SettingsFile.reference())).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void it_has_every_setting_and_no_other() {
        List<String> described =
                Described.all(Settings.class).stream().map(Described::key).toList();

        assertThat(values().keySet()).containsExactlyElementsOf(described);
    }

    @Test
    void a_setting_that_is_commented_out_shows_its_default() {
        Map<String, String> values = values();
        for (Described setting : Described.all(Settings.class)) {
            if (!List.of("required", "none").contains(setting.initial())) {
                String shown = values.get(setting.key());
                assertThat("".equals(shown) ? "\"\"" : shown)
                        .as(setting.key())
                        .isEqualTo(setting.initial());
            }
        }
    }

    @Test
    void with_every_setting_in_force_its_only_faults_are_choices_taken_twice() throws IOException {
        secret("secrets/database-password");
        secret("secrets/acme-1");
        secret("secrets/acme-1.key");
        secret("secrets/acme-1-outbind");

        assertThat(read(everything()))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        it ->
                                assertThat(it.problems())
                                        .extracting(Problem::key)
                                        .containsExactly(
                                                "database",
                                                "carriers[0].binds[0].type",
                                                "carriers[0].binds[0].hosts"));
    }

    private Outcome read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("inlet.yaml"), text);
        return SettingsFile.read(file, null);
    }

    private void secret(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "of no use");
        Files.setPosixFilePermissions(file, fromString("rw-------"));
    }

    private static String everything() {
        return COMMENTED_OUT.matcher(SettingsFile.reference()).replaceAll("$1");
    }

    private static Map<String, String> values() {
        var problems = new Problems();
        Tree tree = YamlParser.parse(Path.of("inlet.yaml"), everything(), problems);
        assertThat(problems.inOrder()).isEmpty();
        Map<String, String> values = new LinkedHashMap<>();
        collect("", tree, values);
        return values;
    }

    private static String texts(Sequence list) {
        return list.items().stream()
                .map(item -> ((Scalar) item).text())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static void collect(String key, Tree tree, Map<String, String> values) {
        switch (tree) {
            case Scalar scalar -> values.put(key, scalar.text());
            case Sequence list when list.items().stream().allMatch(Scalar.class::isInstance) ->
                    values.put(key, texts(list));
            case Sequence list -> list.items().forEach(it -> collect(key + "[]", it, values));
            case Mapping group -> {
                for (Field field : group.fields()) {
                    String dot = key.isEmpty() ? "" : ".";
                    collect(key + dot + field.name(), field.value(), values);
                }
            }
            case Nothing _, Unreadable _ -> values.put(key, "");
        }
    }
}
