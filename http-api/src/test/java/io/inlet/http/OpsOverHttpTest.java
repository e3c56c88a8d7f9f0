package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.CueExtractor;
import io.inlet.code.ReadingDifference;
import io.inlet.id.EnumName;
import io.inlet.intake.FailureQuery;
import io.inlet.intake.QuarantineReason;
import io.inlet.intake.Rereading;
import io.inlet.intake.StoredRange;
import io.inlet.number.LineType;
import io.inlet.number.NumberId;
import io.inlet.sms.BindName;
import io.inlet.sms.Octets;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpsOverHttpTest {
    private static final String HEADER =
            "msisdn,country,lineType,environment,carrier,contractRef,licenceRef,acquiredOn,usagePolicy\n";
    private static final String CONSENT =
            """
            {"subjectRef":"customer 17","purpose":"qa_testing","textVersion":"v1","method":"web_form",
            "proofHash":"%s","grantedAt":"2026-01-31T09:30:00Z"}\
            """
                    .formatted("ab".repeat(32));

    private final SteppingClock clock = new SteppingClock();
    private final InMemoryInlet stores = new InMemoryInlet(clock);
    private final List<Readiness.Check> checks = new CopyOnWriteArrayList<>();
    private final ScriptedFailures failures = new ScriptedFailures();
    private final Map<String, LogLevels.Level> levels = new ConcurrentHashMap<>();
    private OpsServer server;
    private ContractClient client;

    private OpsServer server(Path folder) {
        return new OpsServer(
                new OpsSettings(
                        "127.0.0.1",
                        0,
                        folder.resolve("ops.key"),
                        65_536,
                        100,
                        Duration.ofMinutes(5)),
                new OpsServer.Parts(
                        new OpsServer.Stores(
                                stores, stores, stores, stores, failures, failures, failures),
                        subject -> Octets.hex("00"),
                        () -> "inlet_up 1\n",
                        () -> checks,
                        new OperatedGateway().running(),
                        this::setLevel,
                        new OpsServer.Codes(new InMemoryCodeRules(stores), new CueExtractor()),
                        clock));
    }

    @BeforeAll
    void begin(@TempDir Path folder) throws IOException {
        server = server(folder);
        server.start();
        client =
                ContractClient.operator(
                        server.port(), OpsKey.read(folder.resolve("ops.key")).reveal());
    }

    @AfterAll
    void end() {
        server.close();
        client.close();
    }

    @Test
    void customer_is_set_up_until_its_key_works() {
        Answer tenant =
                client.post("/ops/v1/tenants", "{\"name\":\"Acme\",\"environment\":\"sandbox\"}");
        assertThat(tenant.status()).isEqualTo(201);
        String path = "/ops/v1/tenants/" + tenant.text("/id");
        Answer principal = client.post(path + "/principals", "{\"name\":\"ci\"}");
        assertThat(principal.status()).isEqualTo(201);
        ApiKey key = ApiKey.parse(principal.text("/key"));
        assertThat(key).isNotNull();
        assertThat(stores.authenticate(Objects.requireNonNull(key))).isNotNull();
        Answer profile =
                client.post(path + "/profiles", "{\"name\":\"shop\",\"status\":\"verified\"}");
        assertThat(profile.text("/id")).startsWith("prf_");
        assertThat(client.post(path + "/consents", CONSENT).text("/id")).startsWith("con_");
        assertThat(client.get("/ops/v1/tenants").json().at("/tenants"))
                .anyMatch(t -> t.at("/id").textValue().equals(tenant.text("/id")));
    }

    @Test
    void failures_are_listed_by_what_is_asked() {
        Answer page =
                client.get(
                        "/ops/v1/failures?carrier=acme&bind=primary&reason=unreadable"
                                + "&from=2026-01-31T09:30:00Z&to=2026-02-01T00:00:00Z&limit=1");
        assertThat(page.text("/failures/0/problem")).isEqualTo("cut short");
        assertThat(page.text("/next")).isEqualTo(ScriptedFailures.ID.toString());
        assertThat(failures.asked)
                .isEqualTo(
                        new FailureQuery(
                                List.of(),
                                "acme",
                                "primary",
                                QuarantineReason.UNREADABLE,
                                Instant.parse("2026-01-31T09:30:00Z"),
                                Instant.parse("2026-02-01T00:00:00Z"),
                                null,
                                1));
        assertThat(client.get("/ops/v1/failures").json().at("/next").isNull()).isTrue();
    }

    @Test
    void failures_are_reprocessed_page_by_page() {
        Answer page =
                client.post(
                        "/ops/v1/failures/reprocess",
                        "{\"ids\":[\"%s\"],\"after\":\"%s\"}"
                                .formatted(ScriptedFailures.ID, ScriptedFailures.ID));
        assertThat(page.json().at("/parts").intValue()).isEqualTo(2);
        assertThat(page.text("/next")).isEqualTo(ScriptedFailures.ID.toString());
        assertThat(Objects.requireNonNull(failures.asked).ids())
                .containsExactly(ScriptedFailures.ID);
        assertThat(Objects.requireNonNull(failures.asked).after()).isEqualTo(ScriptedFailures.ID);
    }

    @Test
    void messages_are_decoded_again() {
        String body =
                """
                {"carrier":"acme","bind":"%s","from":"2026-01-31T09:30:00Z",
                "to":"2026-02-01T00:00:00Z","dryRun":true}\
                """;
        Answer page = client.post("/ops/v1/messages/redecode", body.formatted("primary"));
        assertThat(page.json().at("/changed").intValue()).isEqualTo(2);
        assertThat(page.json().at("/suspended").intValue()).isEqualTo(4);
        assertThat(Objects.requireNonNull(failures.redecoded).dryRun()).isTrue();
        Answer unknown = client.post("/ops/v1/messages/redecode", body.formatted("other"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("/detail")).contains("no such bind");
    }

    @Test
    void codes_are_read_again_in_a_time_over_one_bind_of_one_tenant() {
        TenantId tenant = new TenantId(new UUID(1, 1));
        String body =
                """
                {"tenant":"%s","carrier":"acme","bind":"primary","from":"2026-01-31T09:30:00Z",
                "to":"2026-02-01T00:00:00Z","dryRun":true,"after":"%s"}\
                """
                        .formatted(tenant, ScriptedFailures.ID);
        Answer page = client.post("/ops/v1/messages/reread", body);
        assertThat(page.json().at("/examined").intValue()).isEqualTo(7);
        assertThat(page.json().at("/changed").intValue()).isEqualTo(3);
        assertThat(page.json().at("/suspended").intValue()).isEqualTo(4);
        assertThat(page.json().at("/unreadable").intValue()).isEqualTo(2);
        assertThat(page.json().at("/differences")).hasSize(ReadingDifference.values().length);
        assertThat(page.json().at("/differences/codeFound").intValue()).isEqualTo(1);
        assertThat(page.json().at("/differences/brand").intValue()).isEqualTo(3);
        assertThat(page.json().at("/differences/purpose").intValue()).isZero();
        assertThat(page.text("/next")).isEqualTo(ScriptedFailures.ID.toString());
        assertThat(failures.reread)
                .isEqualTo(
                        new Rereading.Request(
                                tenant,
                                new BindName("acme", "primary"),
                                new StoredRange(
                                        Instant.parse("2026-01-31T09:30:00Z"),
                                        Instant.parse("2026-02-01T00:00:00Z"),
                                        ScriptedFailures.ID),
                                true));
    }

    @Test
    void codes_are_not_read_again_without_a_time_or_by_half_a_name() {
        failures.reread = null;
        String time = "\"from\":\"2026-01-31T09:30:00Z\",\"to\":\"2026-02-01T00:00:00Z\"";
        for (String body :
                List.of(
                        "{}",
                        "{\"from\":\"2026-01-31T09:30:00Z\"}",
                        "{\"from\":\"2026-02-01T00:00:00Z\",\"to\":\"2026-02-01T00:00:00Z\"}",
                        "{\"carrier\":\"acme\"," + time + "}",
                        "{\"bind\":\"primary\"," + time + "}",
                        "{\"tenant\":\"acme\"," + time + "}")) {
            assertThat(client.post("/ops/v1/messages/reread", body).status()).isEqualTo(400);
        }
        assertThat(failures.reread).isNull();
        assertThat(client.post("/ops/v1/messages/reread", "{" + time + "}").status())
                .isEqualTo(200);
    }

    @Test
    void bug_in_decoding_or_reading_again_is_no_fault_of_who_asked() {
        String body =
                """
                {"carrier":"acme","bind":"primary","from":"2026-01-31T09:30:00Z",
                "to":"2026-02-01T00:00:00Z"}\
                """;
        failures.broken = true;
        try {
            for (String operation : List.of("redecode", "reread")) {
                Answer failed = client.post("/ops/v1/messages/" + operation, body);
                assertThat(failed.status()).isEqualTo(500);
                assertThat(failed.body()).doesNotContain("constant");
            }
        } finally {
            failures.broken = false;
        }
    }

    @Test
    void repairs_of_nothing_in_particular_are_refused() {
        for (String body :
                List.of(
                        "{\"after\":\"" + ScriptedFailures.ID + "\"}",
                        "{\"ids\":[\"x\"]}",
                        "{\"reason\":\"bored\"}",
                        "{\"from\":\"yesterday\"}",
                        "{\"from\":\"+12026-01-31T09:30:00Z\"}")) {
            assertThat(client.post("/ops/v1/failures/reprocess", body).status()).isEqualTo(400);
        }
    }

    @Test
    void what_is_wrong_with_a_customer_is_told() {
        String unknown = "/ops/v1/tenants/" + new TenantId(new UUID(1, 1));
        assertThat(client.post(unknown + "/principals", "{\"name\":\"x\"}").status())
                .isEqualTo(404);
        assertThat(client.post(unknown + "/consents", CONSENT).status()).isEqualTo(404);
        for (String body :
                List.of(
                        "{\"name\":\"\",\"environment\":\"live\"}",
                        "{\"name\":\"x\",\"environment\":\"test\"}",
                        "{\"name\":\"x\",\"environment\":\"live\",\"id\":\"y\"}",
                        "{\"environment\":\"live\"}")) {
            assertThat(client.post("/ops/v1/tenants", body).status()).isEqualTo(400);
        }
        for (String wrong :
                List.of(
                        CONSENT.replace("abab", "xyab"),
                        CONSENT.replace("2026-01-31T", "yesterday "),
                        CONSENT.replace("2026-01", "+292026-01"),
                        CONSENT.replace("web_form", "Web Form"),
                        CONSENT.replace("customer 17", " "),
                        CONSENT.replace("}", ",\"expiresAt\":\"2026-01-30T09:30:00Z\"}"))) {
            assertThat(client.post(unknown + "/consents", wrong).status()).isEqualTo(400);
        }
    }

    @Test
    void numbers_are_imported_once() {
        String csv =
                HEADER
                        + "+493023125501,DE,mobile,sandbox,acme,c-1,l-1,2026-01-31,verification\r\n"
                        + "493055502,DE,fixed,live,acme,\"c,2\",l-1,2026-01-31,verification\n\n";
        Answer first = client.send("POST", "/ops/v1/numbers", "text/csv", csv);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().at("/imported").intValue()).isEqualTo(2);
        Answer again =
                client.send("POST", "/ops/v1/numbers", "text/csv; charset=utf-8", "\ufeff" + csv);
        assertThat(again.json().at("/imported").intValue()).isZero();
        assertThat(again.json().at("/present").intValue()).isEqualTo(2);
    }

    @Test
    void every_wrong_line_is_named_and_nothing_is_imported() {
        String good = ",mobile,sandbox,acme,c-1,l-1,2026-01-31,verification\n";
        String csv =
                HEADER
                        + "493023125110,DE"
                        + good
                        + "12,DE"
                        + good
                        + "493023125120,Germany"
                        + good
                        + "493023125130,DE,pigeon,sandbox,acme,c-1,l-1,2026-01-31,verification\n"
                        + "493023125140,DE,mobile,sandbox,acme,,l-1,2026-01-31,verification\n"
                        + "493023125150,DE,mobile,sandbox,acme,c-1,l-1,31.1.2026,verification\n"
                        + "493023125110,DE"
                        + good
                        + "493023125160,DE\n"
                        + "493023125170,DE,mobile,sandbox,acme,c-1,l-1,+12026-01-31,verification\n";
        Answer refused = client.send("POST", "/ops/v1/numbers", "text/csv", csv);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("numbers-refused");
        assertThat(refused.json().at("/lines"))
                .extracting(l -> l.at("/line").intValue())
                .containsExactly(3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(refused.body()).doesNotContain("493023125");
        String fixed = HEADER + "493023125110,DE" + good;
        assertThat(
                        client.send("POST", "/ops/v1/numbers", "text/csv", fixed)
                                .json()
                                .at("/imported")
                                .intValue())
                .isEqualTo(1);
    }

    @Test
    void every_wrong_field_of_a_line_is_named_by_its_column() {
        String wrong = "12,Germany,pigeon,Sandbox,,c-1,l-1,31.1.2026,verification\n";

        Answer refused = client.send("POST", "/ops/v1/numbers", "text/csv", HEADER + wrong);

        assertThat(refused.json().at("/detail").asText())
                .isEqualTo("6 problems on 1 line; nothing is imported");
        assertThat(refused.json().at("/lines"))
                .extracting(l -> l.at("/line").intValue() + " " + l.at("/problem").asText())
                .containsExactly(
                        "2 msisdn: expected 3 to 15 digits",
                        "2 country: expected two capital letters",
                        "2 lineType: expected one of " + EnumName.all(LineType.class),
                        "2 environment: expected one of live, sandbox",
                        "2 carrier: expected a text that is not empty",
                        "2 acquiredOn: expected a date such as 2026-01-31");
    }

    @Test
    void a_file_that_is_wrong_throughout_is_told_its_first_thousand_problems() {
        String wrong = "12,DE,pigeon,sandbox,acme,c-1,l-1,2026-01-31,verification\n";

        Answer refused =
                client.send("POST", "/ops/v1/numbers", "text/csv", HEADER + wrong.repeat(501));

        assertThat(refused.json().at("/lines")).hasSize(1_000);
        assertThat(refused.json().at("/detail").asText())
                .isEqualTo(
                        "1002 problems on 501 lines; nothing is imported; the first 1000 are"
                                + " named");
    }

    @Test
    void file_without_its_header_or_with_an_unknown_carrier_is_refused() {
        assertThat(client.send("POST", "/ops/v1/numbers", "text/csv", "").status()).isEqualTo(422);
        assertThat(client.send("POST", "/ops/v1/numbers", "text/csv", "a,b\n").status())
                .isEqualTo(422);
        String csv = HEADER + "493055521,DE,mobile,live,other,c-1,l-1,2026-01-31,verification\n";
        assertThat(client.send("POST", "/ops/v1/numbers", "text/csv", csv).status()).isEqualTo(422);
        assertThat(client.send("POST", "/ops/v1/numbers", "application/json", "{}").status())
                .isEqualTo(415);
    }

    @Test
    void file_of_numbers_may_be_longer_than_other_bodies() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 2_000; i++) {
            csv.append(9_998_200_000L + i)
                    .append(",ZZ,mobile,sandbox,acme,c-1,l-1,2026-01-31,verification\n");
        }
        assertThat(csv.length()).isGreaterThan(65_536);
        Answer imported = client.send("POST", "/ops/v1/numbers", "text/csv", csv.toString());
        assertThat(imported.json().at("/imported").intValue()).isEqualTo(2_000);
        assertThat(client.post("/ops/v1/tenants", csv.toString()).status()).isEqualTo(413);
    }

    @Test
    void row_whose_quote_is_not_closed_ends_the_reading() {
        String csv = HEADER + "\"" + "x,".repeat(40_000);
        Answer refused = client.send("POST", "/ops/v1/numbers", "text/csv", csv);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/lines/0/problem")).startsWith("the row is too long");
    }

    @Test
    void sandbox_number_that_can_be_dialled_is_refused() {
        String row = ",DE,mobile,%s,acme,c-1,l-1,2026-01-31,verification\n";
        String csv = HEADER + "4930901820" + row.formatted("sandbox");
        Answer refused = client.send("POST", "/ops/v1/numbers", "text/csv", csv);
        assertThat(refused.text("/lines/0/problem")).startsWith("msisdn: expected, in sandbox");
        String live = HEADER + "4930901820" + row.formatted("live");
        assertThat(client.send("POST", "/ops/v1/numbers", "text/csv", live).status())
                .isEqualTo(200);
    }

    @Test
    void wrong_traits_of_a_number_are_named_by_their_column() {
        String header = HEADER.strip() + ",region,areaCode,residency,tags,sourceType,standing\n";
        String good = "999700000001,ZZ,mobile,sandbox,acme,c-1,l-1,2026-01-31,verification,";
        String bad = good.replace("0001,", "0002,");
        Answer refused =
                client.send(
                        "POST",
                        "/ops/v1/numbers",
                        "text/csv",
                        header
                                + bad
                                + "berlin,x,Europe,Blue,friend,asleep\n"
                                + good
                                + "DE-BE,,,,,\n"
                                + good.replace("0001,", "0003,")
                                + ",30,,,,\n"
                                + good.replace("0001,", "0004,")
                                + ",,,,,retired\n");
        assertThat(refused.json().at("/lines"))
                .extracting(l ->
                        l.at("/line").intValue()
                                + " "
                                + l.at("/problem").asText().replaceAll(":.*", ""))
                .containsExactly(
                        "2 region",
                        "2 areaCode",
                        "2 residency",
                        "2 tags",
                        "2 sourceType",
                        "2 standing",
                        "3 region",
                        "4 areaCode",
                        "5 standingReason");
    }

    @Test
    void what_is_exported_can_be_imported_again() {
        String header =
                HEADER.strip()
                        + ",region,areaCode,residency,tags,sourceType,standing,standingReason\n";
        String rows =
                "+999800000001,ZZ,voip,sandbox,acme,\"c,1\",l-1,2026-01-31,\"say \"\"x\"\"\",ZZ-1,800,EU,"
                        + "a;b,aggregator,in_service,\n"
                        + "+999800000002,ZZ,mobile,sandbox,acme,c-1,l-1,2026-01-31,verification,,,,,"
                        + "carrier,retired,given back\n";
        client.send("POST", "/ops/v1/numbers", "text/csv", header + rows);
        Answer exported = client.get("/ops/v1/numbers");
        assertThat(exported.body()).startsWith(header).contains(rows);
        Answer again = client.send("POST", "/ops/v1/numbers", "text/csv", exported.body());
        assertThat(again.json().at("/imported").intValue()).isZero();
        assertThat(again.json().at("/present").longValue())
                .isEqualTo(exported.body().lines().count() - 1);
    }

    @Test
    void number_is_marked_and_its_history_tells_it() {
        String row = "999810000001,ZZ,mobile,sandbox,acme,c-1,l-1,2026-01-31,verification\n";
        client.send("POST", "/ops/v1/numbers", "text/csv", HEADER + row);
        String path = "/ops/v1/numbers/" + client.get("/ops/v1/numbers/999810000001").text("/id");
        assertThat(client.get(path).text("/state")).isEqualTo("available");
        Answer quarantined =
                client.post(
                        path + "/standing",
                        "{\"standing\":\"quarantined\",\"reason\":\"odd calls\"}");
        assertThat(quarantined.text("/state")).isEqualTo("quarantined");
        assertThat(quarantined.text("/standingReason")).isEqualTo("odd calls");
        Answer again =
                client.post(
                        path + "/standing",
                        "{\"standing\":\"quarantined\",\"reason\":\"odd calls\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("number-state");
        assertThat(again.text("/detail")).endsWith("made in_service, suspended, retired");
        assertThat(client.post(path + "/standing", "{\"standing\":\"in_service\"}").status())
                .isEqualTo(200);
        Answer first = client.get(path + "/history?limit=2");
        assertThat(first.json().at("/changes")).hasSize(2);
        Answer rest = client.get(path + "/history?after=" + first.json().at("/next").asInt());
        assertThat(rest.text("/changes/0/type")).isEqualTo("reinstated");
        assertThat(rest.json().at("/next").isNull()).isTrue();
    }

    @Test
    void coverage_tells_what_the_pool_has() {
        String row = "9998300000%02d,ZX,voip,sandbox,acme,c-1,l-1,2026-01-31,verification\n";
        String csv = HEADER + row.formatted(1) + row.formatted(2);
        client.send("POST", "/ops/v1/numbers", "text/csv", csv);
        assertThat(client.get("/ops/v1/pool/coverage").json().at("/coverage"))
                .filteredOn(segment -> segment.at("/country").asText().equals("ZX"))
                .singleElement()
                .matches(segment -> segment.at("/available").intValue() == 2)
                .matches(segment -> segment.at("/lineType").asText().equals("voip"));
    }

    @Test
    void what_is_wrong_with_a_word_about_a_number_is_told() {
        for (String name : List.of("999", "num_x", new NumberId(new UUID(1, 1)).toString())) {
            String path = "/ops/v1/numbers/" + name;
            assertThat(client.get(path).status()).isEqualTo(404);
            assertThat(client.get(path + "/history").status()).isEqualTo(404);
            assertThat(client.post(path + "/standing", "{\"standing\":\"in_service\"}").status())
                    .isEqualTo(404);
            for (String body :
                    List.of(
                            "{\"standing\":\"retired\"}",
                            "{\"standing\":\"retired\",\"reason\":\" \"}",
                            "{\"standing\":\"in_service\",\"reason\":\"x\"}",
                            "{\"standing\":\"gone\",\"reason\":\"x\"}")) {
                int status = client.post(path + "/standing", body).status();
                assertThat(status).isIn(400, 404);
            }
        }
    }

    @Test
    void contract_has_the_operations_that_are_served_and_no_other() {
        assertThat(
                        server.endpoints().stream()
                                .map(e -> e.method() + " " + e.path())
                                .collect(Collectors.toSet()))
                .isEqualTo(Contract.operators().operations());
        assertThat(client.get("/ops/v1/openapi.yaml").body()).startsWith("openapi: 3.1.0");
    }

    private void setLevel(String logger, LogLevels.Level level) {
        if (!logger.startsWith("io.inlet")) {
            throw new IllegalArgumentException("expected io.inlet");
        }
        levels.put(logger, level);
    }

    @Test
    void log_level_is_set() {
        Answer set =
                client.send(
                        "PUT",
                        "/ops/v1/log-level",
                        "application/json",
                        "{\"logger\":\"io.inlet\",\"level\":\"debug\"}");
        assertThat(set.status()).isEqualTo(200);
        assertThat(levels).containsEntry("io.inlet", LogLevels.Level.DEBUG);
        assertThat(
                        client.send(
                                        "PUT",
                                        "/ops/v1/log-level",
                                        "application/json",
                                        "{\"logger\":\"io.inlet\",\"level\":\"loud\"}")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void log_level_of_a_library_is_refused() {
        Answer refused =
                client.send(
                        "PUT",
                        "/ops/v1/log-level",
                        "application/json",
                        "{\"logger\":\"com.linecorp.armeria\",\"level\":\"trace\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/detail")).isEqualTo("logger: expected io.inlet");
        assertThat(levels).doesNotContainKey("com.linecorp.armeria");
    }

    @Test
    void metrics_and_health_need_no_key_and_everything_else_does() {
        try (ContractClient anyone = ContractClient.operator(server.port(), null);
                ContractClient wrong = ContractClient.operator(server.port(), "ops_guess")) {
            assertThat(anyone.get("/metrics").body()).isEqualTo("inlet_up 1\n");
            assertThat(anyone.get("/health/live").status()).isEqualTo(200);
            for (ContractClient stranger : List.of(anyone, wrong)) {
                assertThat(stranger.get("/ops/v1/tenants").status()).isEqualTo(401);
                assertThat(stranger.get("/ops/v1/binds").status()).isEqualTo(401);
                assertThat(stranger.post("/ops/v1/tenants", "{").status()).isEqualTo(401);
            }
        }
    }

    @Test
    void readiness_says_why_not() {
        checks.add(new Readiness.Check("database", null));
        checks.add(new Readiness.Check("clock", "1.4 s off the database's"));
        Answer notReady = client.get("/health/ready");
        assertThat(notReady.status()).isEqualTo(503);
        assertThat(notReady.text("/checks/1/reason")).contains("1.4 s");
        checks.removeLast();
        assertThat(client.get("/health/ready").status()).isEqualTo(200);
    }
}
