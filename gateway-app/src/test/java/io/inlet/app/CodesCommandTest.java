package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class CodesCommandTest {
    @TempDir Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int inlet(String... args) {
        return GatewayMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve("messages.jsonl"), java.util.List.of(lines));
    }

    @Test
    void each_line_of_a_file_is_read() throws IOException {
        Path file =
                file(
                        "{\"id\": 7, \"text\": \"Lindenhof: 482 913 is your login code, valid for 5"
                                + " minutes.\"}",
                        "",
                        "{\"id\": \"b\", \"text\": \"Are you there?\", \"sender\": \"Lindenhof\"}");
        assertThat(inlet("codes", "--jsonl", file.toString())).isZero();
        String[] lines = out.toString().split(System.lineSeparator(), -1);
        JsonNode first = new ObjectMapper().readTree(lines[0]);
        assertThat(first.path("id").asInt()).isEqualTo(7);
        assertThat(first.path("code").asText()).isEqualTo("482913");
        assertThat(first.path("display").asText()).isEqualTo("482 913");
        assertThat(first.path("brand").asText()).isEqualTo("Lindenhof");
        assertThat(first.path("ttl_s").asLong()).isEqualTo(300);
        assertThat(first.path("purpose").asText()).isEqualTo("login");
        assertThat(first.path("kind").asText()).isEqualTo("one_time_code");
        assertThat(first.path("rule").asText()).startsWith("named_");
        assertThat(first.path("rule_version").asInt()).isPositive();
        JsonNode second = new ObjectMapper().readTree(lines[1]);
        assertThat(second.path("id").asText()).isEqualTo("b");
        assertThat(second.path("code").isNull()).isTrue();
        assertThat(second.path("candidates")).isEmpty();
    }

    @Test
    void a_person_is_told_why_candidate_by_candidate() {
        String text = "Order 55120934 is paid. 482913 is your Lindenhof code. Call +49 30 1234567";
        assertThat(inlet("codes", "--explain", text)).isZero();
        assertThat(out.toString())
                .contains("code      482913", "brand     Lindenhof", "language  en, fil")
                .containsPattern("55120934 +-\\d\\.\\d\\d +- +.*role -2.00")
                .containsPattern("482913 +0\\.\\d\\d +code +named_after")
                .containsPattern("49 30 1234567 +phone");
    }

    @Test
    void a_text_without_numbers_has_none() {
        assertThat(inlet("codes", "--explain", "Are you there?")).isZero();
        assertThat(out.toString())
                .contains("code      none", "no number or word looks like a code");
    }

    @Test
    void wrong_line_is_named_with_what_is_expected() throws IOException {
        Path file = file("{\"id\": 1, \"text\": \"Hello\"}", "{\"id\": 2}");
        assertThat(inlet("codes", "--jsonl", file.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains(file + ", line 2 has no \"id\" or no \"text\"; one message is");
    }

    @Test
    void file_that_is_not_there_is_named() {
        assertThat(inlet("codes", "--jsonl", "nowhere.jsonl")).isEqualTo(1);
        assertThat(err.toString()).contains("cannot read nowhere.jsonl");
    }

    @Test
    void one_of_both_is_needed() {
        assertThat(inlet("codes")).isEqualTo(2);
        assertThat(err.toString()).contains("--jsonl", "--explain");
    }

    @Test
    void moment_until_which_a_code_is_good_is_local() throws IOException {
        String text = "Lindenhof: 482 913 is your login code, valid until 2:35 pm on 12.03.2031.";
        Path file = file("{\"id\": 1, \"text\": \"" + text + "\"}");
        assertThat(inlet("codes", "--jsonl", file.toString())).isZero();
        JsonNode read = new ObjectMapper().readTree(out.toString());
        assertThat(read.path("ttl_s").isNull()).isTrue();
        assertThat(read.path("valid_until").asText()).isEqualTo("2031-03-12T14:35");
        assertThat(inlet("codes", "--explain", text)).isZero();
        assertThat(out.toString()).contains("good till 2031-03-12T14:35");
    }
}
