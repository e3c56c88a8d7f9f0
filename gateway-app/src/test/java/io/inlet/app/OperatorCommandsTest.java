package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.message.Coding;
import io.inlet.simulator.message.OutgoingMessage;
import io.inlet.simulator.message.Split;
import io.inlet.tenant.TenantId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What operators do to a gateway that runs, from the keyboard. */
@Timeout(300)
final class OperatorCommandsTest {
    @TempDir static Path directory;

    private static ScriptedSmsc carrier;
    private static Gateway gateway;

    @BeforeAll
    static void start() throws IOException {
        carrier = ScriptedSmsc.start(SmscSettings.DEFAULT);
        new GatewayFiles(directory, carrier.port(), 1).write();
        Path file = directory.resolve("inlet.yaml");
        String yaml = Files.readString(file);
        Files.writeString(
                file, yaml.replace("ops:\n  port: 0", "ops:\n  port: " + FreePort.find()));
        gateway = Gateway.start(Launches.of(directory), step -> {});
    }

    @AfterAll
    static void stop() {
        gateway.close();
        carrier.close();
    }

    @Test
    void numbers_are_imported_from_a_file() throws IOException {
        Path file =
                Files.writeString(
                        directory.resolve("numbers.csv"),
                        """
                        msisdn,country,lineType,environment,carrier,contractRef,licenceRef,acquiredOn,usagePolicy
                        +999000000401,ZZ,mobile,sandbox,acme,C-1,L-1,2026-01-01,sandbox
                        +999000000402,ZZ,mobile,sandbox,acme,C-1,L-1,2026-01-01,sandbox
                        """);

        assertThat(inlet("numbers", "import", file.toString())).isEqualTo("2 new numbers\n");

        Path all = directory.resolve("all.csv");
        assertThat(inlet("numbers", "export", all.toString())).isEmpty();
        assertThat(Files.readString(all)).contains("+999000000401,ZZ,mobile").endsWith("\n");
        assertThat(inlet("numbers", "import", all.toString())).isEqualTo("0 new numbers\n");
    }

    @Test
    void number_is_retired_and_shown_with_its_history() throws IOException {
        Path file =
                Files.writeString(
                        directory.resolve("number.csv"),
                        """
                        msisdn,country,lineType,environment,carrier,contractRef,licenceRef,acquiredOn,usagePolicy
                        +999000000411,ZZ,mobile,sandbox,acme,C-1,L-1,2026-01-01,sandbox
                        """);
        inlet("numbers", "import", file.toString());
        String number = "+999000000411";
        assertThat(inlet("numbers", "retire", number, "--reason", "given back"))
                .isEqualTo("+999000000411 is retired\n");
        assertThat(inlet("numbers", "show", number))
                .contains("state       retired\n", "reason      given back\n");
        assertThat(
                        inlet("numbers", "history", number)
                                .lines()
                                .map(l -> l.replaceAll("^\\S+ +(\\S+).*", "$1")))
                .containsExactly("imported", "retired");
        assertThat(inlet("numbers", "reinstate", number)).isEqualTo("+999000000411 is available\n");
    }

    @Test
    void a_tenant_is_created_with_a_key_that_works_and_is_listed() throws Exception {
        String made = inlet("tenants", "create", "Example Ltd", "--environment", "sandbox");
        String tenant = field(made, "tenant");

        assertThat(tenant).startsWith("ten_");
        assertThat(statusOf("/v1/leases", field(made, "key"))).isEqualTo(200);
        assertThat(inlet("tenants", "list").lines())
                .first()
                .asString()
                .matches("TENANT +KIND +STATE +NAME");
        assertThat(inlet("tenants", "list").lines())
                .anyMatch(line -> line.matches(tenant + "  sandbox   active      Example Ltd"));
    }

    @Test
    void a_tenant_is_suspended_with_who_did_it_and_let_go_again() throws Exception {
        String made = inlet("tenants", "create", "Held Ltd", "--environment", "sandbox");
        String tenant = field(made, "tenant");
        String key = field(made, "key");

        String held =
                inlet(
                        "tenants",
                        "state",
                        tenant,
                        "suspended",
                        "--reason",
                        "nonpayment",
                        "--by",
                        "ada");
        assertThat(field(held, "state")).isEqualTo("suspended");
        assertThat(field(held, "reason")).isEqualTo("nonpayment");
        assertThat(statusOf("/v1/leases", key)).isEqualTo(403);
        assertThat(inlet("events")).contains(tenant + " suspended: nonpayment by ada");
        assertThat(field(inlet("tenants", "state", tenant, "active"), "reason")).isEqualTo("none");
        assertThat(statusOf("/v1/leases", key)).isEqualTo(200);
        assertThat(field(inlet("tenants", "verify", tenant), "verified")).isEqualTo("true");
        assertThat(inlet("tenants", "purposes", tenant, "qa_testing")).contains("qa_testing");
    }

    @Test
    void a_rule_for_codes_is_tried_added_listed_used_and_removed() throws Exception {
        String made = inlet("tenants", "create", "Rules Ltd", "--environment", "sandbox");
        String tenant = field(made, "tenant");
        String[] rule = {"--sender", "Linden*", "--digits", "4-6", "--after", "word is"};

        assertThat(inlet(with(rule, "code-rules", "try", "code 482913, word is 4711")))
                .startsWith("fits       yes\ncode       4711\n");
        assertThat(inlet(with(rule, "code-rules", "try", "code 482913", "--from", "Linden")))
                .startsWith("fits       no: the general reader decides\ncode       482913\n");
        String id =
                field(
                        inlet(
                                with(
                                        rule,
                                        "code-rules",
                                        "add",
                                        tenant,
                                        "--example",
                                        "word is 4711",
                                        "--example-code",
                                        "4711")),
                        "rule");
        assertThat(inlet("code-rules", "list", tenant).lines())
                .last()
                .asString()
                .matches(id + " +from Linden[*] +4-6 digits +after 'word is'");
        assertThat(refused(with(rule, "code-rules", "add", tenant)))
                .startsWith(
                        "inlet: The rule for codes cannot be: 1 problem; nothing is kept\n  the")
                .contains(id);
        assertThat(inlet("code-rules", "remove", id)).isEqualTo("removed    " + id + "\n");
        assertThat(refused("code-rules", "remove", id))
                .isEqualTo("inlet: there is no rule " + id + "\n");
    }

    @Test
    void faults_of_a_rule_for_codes_name_the_options_that_were_given() {
        assertThat(refused("code-rules", "try", "word is 4711", "--digits=2", "--first"))
                .endsWith(
                        """
                        : 2 problems; nothing is tried
                          --sender, --holds: name at least one of them, or a phrase in --after or --before: a rule is not for all messages
                          --digits: expected 3 to 12
                        """);
        assertThat(
                        refused(
                                "code-rules",
                                "try",
                                "word is 4711",
                                "--letters-and-digits=8-4",
                                "--before=",
                                "--brand=",
                                "--valid-for=0s"))
                .endsWith(
                        """
                        : 4 problems; nothing is tried
                          --letters-and-digits: expected the shorter length first, as in 4-8
                          --before: expected 1 to 60 characters
                          --brand: expected 1 to 60 characters
                          --valid-for: expected 1s to 30d
                        """);
        assertThat(refused("code-rules", "try", "", "--digits=6", "--after=word"))
                .endsWith(": TEXT: expected 1 to 10,000 characters\n");
    }

    @Test
    void tenant_that_is_none_is_named_with_where_they_are_listed() {
        String tenant = new TenantId(new UUID(1, 1)).toString();
        String none = "inlet: there is no tenant " + tenant + "; see inlet tenants list\n";
        assertThat(refused("code-rules", "list", tenant)).isEqualTo(none);
        assertThat(refused("code-rules", "add", tenant, "--digits=6", "--after=word"))
                .isEqualTo(none);
    }

    private static String[] with(String[] rule, String... arguments) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(rule)).toArray(String[]::new);
    }

    @Test
    void binds_are_listed_with_their_state() throws InterruptedException {
        awaitBound();
        assertThat(inlet("binds").lines())
                .first()
                .asString()
                .startsWith("BIND")
                .endsWith("LAST END");
        assertThat(inlet("binds").lines()).last().asString().matches("acme/bind-1 +bound .*Z .*");
    }

    @Test
    void a_bind_is_drained_and_enabled_and_its_events_tell_so() throws InterruptedException {
        awaitBound();
        assertThat(inlet("binds", "drain", "acme/bind-1"))
                .isEqualTo("acme/bind-1 is now drained\n");
        assertThat(refused("binds", "reconnect", "acme/bind-1"))
                .contains("acme/bind-1 is drained: enable it first");
        assertThat(inlet("binds", "enable", "acme/bind-1")).startsWith("acme/bind-1 is now ");
        awaitBound();
        await().untilAsserted(() ->
                assertThat(inlet("events").lines())
                        .anyMatch(line -> line.contains("bind.bound"))
                        .anyMatch(
                                line -> line.contains("bind.ended") && line.contains("acme/bind-1"))
                        .last()
                        .asString()
                        .startsWith("cursor "));
    }

    @Test
    void what_passed_over_a_bind_is_shown_and_captured() throws Exception {
        awaitBound();
        assertThat(inlet("binds", "trace", "acme/bind-1").lines())
                .anyMatch(line -> line.contains("\"command\":\"bind_transceiver\""));
        Path capture = directory.resolve("acme.pcap");
        inlet("binds", "trace", "acme/bind-1", "--capture", capture.toString());
        assertThat(Files.readAllBytes(capture)).startsWith(0xA1, 0xB2, 0xC3, 0xD4);
    }

    @Test
    void the_test_text_to_a_number_without_a_lease_is_read_under_every_alphabet() throws Exception {
        awaitBound();
        carrier.send(
                OutgoingMessage.to("+999000000499")
                        .from("12345")
                        .as(Coding.LATIN1)
                        .dataCoding(0)
                        .text("@ £ $ é [ ~ come and see")
                        .build());
        assertThat(carrier.ledger().awaitSettled(Duration.ofSeconds(30))).isTrue();

        List<String> lines = inlet("binds", "probe-alphabet", "acme/bind-1").lines().toList();

        assertThat(lines.getFirst()).contains("data_coding 0");
        assertThat(lines.get(3)).matches("\\d+ +latin1 +@ £ \\$ é \\[ ~ come and see .*");
        assertThat(inlet("events").lines())
                .anyMatch(line ->
                        line.matches(
                                ".* message[.]quarantined +acme/bind-1 +unknown_number +msg_\\w{26}"));
    }

    @Test
    void a_bind_that_does_not_exist_is_told_with_those_that_do() {
        assertThat(refused("binds", "trace", "acme/nothing"))
                .contains("there is no bind acme/nothing; expected one of acme/bind-1");
        assertThat(refused("messages", "reprocess", "--bind", "primary"))
                .contains("there is no bind */primary; expected one of acme/bind-1");
        assertThat(refused("messages", "reprocess", "--bind", "other/bind-1"))
                .contains("there is no bind other/bind-1; expected one of acme/bind-1");
    }

    private static void awaitBound() throws InterruptedException {
        assertThat(carrier.awaitReceivers(1, Duration.ofSeconds(60))).isTrue();
        await().until(() -> inlet("binds").contains(" bound "));
    }

    private static org.awaitility.core.ConditionFactory await() {
        return org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    @Test
    void stored_messages_read_again_by_the_same_settings_say_what_they_said() throws Exception {
        assertThat(carrier.awaitReceivers(1, Duration.ofSeconds(60))).isTrue();
        String text = "A long one, so that it comes in parts. ".repeat(9);
        carrier.send(
                OutgoingMessage.to("999000000777")
                        .from("Acme")
                        .text(text)
                        .split(Split.UDH8)
                        .build());
        carrier.send(OutgoingMessage.to("999000000777").from("Acme").text("Short \u20ac").build());
        assertThat(carrier.ledger().awaitSettled(Duration.ofSeconds(60))).isTrue();

        Instant now = Instant.now();
        String counts =
                inlet(
                        "messages",
                        "redecode",
                        "--bind=acme/bind-1",
                        "--from=" + now.minusSeconds(3_600),
                        "--to=" + now.plusSeconds(3_600));
        assertThat(counts.lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly("examined 2", "changed 0", "unreadable 0", "suspended 0");
    }

    @Test
    void failures_are_listed_and_reprocessed() {
        for (String bind : List.of("bind-1", "acme/bind-1")) {
            assertThat(inlet("messages", "failures", "--bind", bind)).isEqualTo("no failures\n");
            assertThat(inlet("messages", "reprocess", "--bind", bind).lines())
                    .hasSize(6)
                    .first()
                    .asString()
                    .matches("examined +0");
        }
    }

    private static String field(String output, String name) {
        return output.lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private static int statusOf(String path, String key) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + gateway.httpPort() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(uri)
                                    .header("authorization", "Bearer " + key)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String inlet(String... arguments) {
        Said said = say(arguments);
        assertThat(said.err()).isEmpty();
        assertThat(said.status()).isZero();
        return said.out();
    }

    private static String refused(String... arguments) {
        Said said = say(arguments);
        assertThat(said.status()).isEqualTo(1);
        return said.err();
    }

    private record Said(int status, String out, String err) {}

    private static Said say(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words =
                Stream.concat(
                                Arrays.stream(arguments),
                                Stream.of("--config", directory.resolve("inlet.yaml").toString()))
                        .toArray(String[]::new);
        int status =
                GatewayMain.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(words);
        return new Said(status, out.toString(), err.toString());
    }
}
