package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.inlet.code.LanguagesRefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

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
        return Files.write(directory.resolve("messages.jsonl"), List.of(lines));
    }

    @Test
    void each_line_of_a_file_is_read() throws IOException {
        Path file =
                file(
                        "{\"id\": \"a\", \"text\": \"Lindenhof: 482 913 is your login code, valid for 5"
                                + " minutes.\"}",
                        "",
                        "{\"id\": \"b\", \"text\": \"Are you there?\", \"sender\": \"Lindenhof\"}");
        assertThat(inlet("codes", "--jsonl", file.toString())).isZero();
        String[] lines = out.toString().split(System.lineSeparator(), -1);
        JsonNode first = new ObjectMapper().readTree(lines[0]);
        assertThat(first.path("id").asText()).isEqualTo("a");
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
                .containsPattern("55120934 +-\\d\\.\\d\\d +- +.*role 'Order' -2.00")
                .containsPattern("482913 +0\\.\\d\\d +code +named_after")
                .containsPattern("49 30 1234567 +phone")
                .containsPattern("BRAND +ODDS +NAMED IN\nLindenhof +\\d\\.\\d\\d +text\n")
                .contains("if its odds, as a logarithm, are over 1.30.");
    }

    @Test
    void a_text_without_numbers_has_none() {
        assertThat(inlet("codes", "--explain", "Are you there?")).isZero();
        assertThat(out.toString())
                .contains("code      none", "no number or word looks like a code");
    }

    private static final String GOOD = "{\"id\": \"1\", \"text\": \"Lindenhof code: 482913\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"text\": \"a\"} | \"id\" is missing",
                "{\"id\": \"1\"} | \"text\" is missing",
                "{} | \"id\" is missing, \"text\" is missing",
                "{\"id\": true, \"text\": \"a\"} | \"id\" is no string",
                "{\"id\": \"1\", \"text\": null} | \"text\" is no string",
                "{\"id\": \"1\", \"text\": \"a\", \"sender\": 7} | \"sender\" is no string",
                "{\"id\": \"1\", \"text\": \"a\"} {\"id\": \"2\", \"text\": \"b\"} | more than one object",
                "{\"id\": \"1\", \"id\": \"2\", \"text\": \"b\"} | not JSON: Duplicate",
                "[\"1\"] | not an object",
                "hello | not JSON: "
            })
    void wrong_line_is_named_with_its_fault_and_the_others_are_read(String line, String fault)
            throws IOException {
        Path file = file(GOOD, line, GOOD);
        assertThat(inlet("codes", "--jsonl", file.toString())).isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(2).allMatch(l -> l.contains("482913"));
        assertThat(err.toString())
                .startsWith(file + ", line 2: " + fault)
                .contains("inlet: 1 of 3 lines of " + file + " are no messages")
                .hasLineCount(2);
    }

    @Test
    void number_is_an_id_too_and_other_keys_are_left_aside() throws IOException {
        Path file = file("{\"id\": 7, \"text\": \"code: 482913\", \"source\": {\"page\": 3}}");
        assertThat(inlet("codes", "--jsonl", file.toString())).isZero();
        assertThat(out.toString()).startsWith("{\"id\":7,\"code\":\"482913\"");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void octets_that_are_no_text_and_lines_without_end_are_wrong_lines() throws IOException {
        Path file = directory.resolve("messages.jsonl");
        String endless = "{\"id\": \"" + "x".repeat(OctetLines.LONGEST) + "\"}";
        Files.writeString(
                file,
                GOOD.replace("L", "\u00e9") + "\n" + endless + "\n" + GOOD + "\n",
                StandardCharsets.ISO_8859_1);
        assertThat(inlet("codes", "--jsonl", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("line 1: not UTF-8", "line 2: longer than 1048576 octets");
        assertThat(out.toString()).hasLineCount(1);
    }

    @Test
    void byte_order_mark_windows_line_ends_and_labels_do_not_matter() throws IOException {
        Path file = directory.resolve("messages.jsonl");
        String labels =
                ", \"code\": \"1\", \"brand\": null, \"ttl_s\": 1, \"lang\": \"en\", \"class\": \"\","
                        + " \"purpose\": \"\", \"pin\": \"\", \"trap\": \"\", \"kind\": \"\"}";
        Files.writeString(file, "\ufeff" + GOOD + "\r\n\r\n" + GOOD.replace("}", labels) + "\r\n");
        assertThat(inlet("codes", "--jsonl", file.toString())).isZero();
        assertThat(out.toString().lines()).hasSize(2).allMatch(l -> l.contains("482913"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void nothing_to_read_is_noted() throws IOException {
        Path file = file("", " ");
        assertThat(inlet("codes", "--jsonl", file.toString())).isZero();
        assertThat(err.toString()).startsWith("inlet: no messages in " + file).hasLineCount(1);
    }

    @Test
    void file_that_is_not_there_is_named() {
        assertThat(inlet("codes", "--jsonl", "nowhere.jsonl")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("inlet: there is no such file: nowhere.jsonl")
                .hasLineCount(1);
    }

    @Test
    void sender_of_all_lines_is_misuse() throws IOException {
        String file = file(GOOD).toString();
        assertThat(inlet("codes", "--sender", "Lindenhof", "--jsonl", file)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("--sender goes with --explain alone: each line of --jsonl may name");
    }

    private int inletWith(String input, String... args) {
        return new CommandLine(
                        new CodesCommand(
                                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new FailureReport())
                .execute(args);
    }

    @Test
    void standard_input_is_one_message_or_many_lines() {
        assertThat(inletWith("\ufeffLindenhof\ncode:\n482913\r\n", "--explain", "-")).isZero();
        assertThat(out.toString()).startsWith("code      482913");
        assertThat(inletWith("", "--explain", "-")).isEqualTo(1);
        assertThat(err.toString()).startsWith("inlet: standard input holds no message");
        assertThat(inletWith(GOOD + "\n{}", "--jsonl", "-")).isEqualTo(1);
        assertThat(err.toString()).contains("standard input, line 2: ");
    }

    @Test
    void text_without_quotes_is_misuse_that_says_so() {
        assertThat(inlet("codes", "--explain", "Your", "code", "is", "482913")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("the text of --explain is more than one word: put quotes around it");
    }

    @Test
    void faults_in_files_of_languages_are_told_without_a_trace() {
        CommandLine command = GatewayMain.commandLine().setErr(new PrintWriter(err, true));
        LanguagesRefusedException refused = new LanguagesRefusedException(List.of("a", "b"));
        CommandLine.ParseResult arguments = command.parseArgs("codes", "--jsonl", "-");
        int status = new FailureReport().handleExecutionException(refused, command, arguments);
        assertThat(status).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("inlet: the files of languages have 2 faults:\n  a\n  b\n");
    }

    @Test
    void one_of_both_is_needed() {
        assertThat(inlet("codes")).isEqualTo(2);
        assertThat(err.toString()).contains("--jsonl", "--explain");
    }

    @Test
    void moment_until_which_a_code_is_good_is_local() throws IOException {
        String text = "Lindenhof: 482 913 is your login code, valid until 2:35 pm on 12.03.2031.";
        Path file = file("{\"id\": \"1\", \"text\": \"" + text + "\"}");
        assertThat(inlet("codes", "--jsonl", file.toString())).isZero();
        JsonNode read = new ObjectMapper().readTree(out.toString());
        assertThat(read.path("ttl_s").isNull()).isTrue();
        assertThat(read.path("valid_until").asText()).isEqualTo("2031-03-12T14:35");
        assertThat(inlet("codes", "--explain", text)).isZero();
        assertThat(out.toString()).contains("good till 2031-03-12T14:35");
    }
}
