package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Shows that the check of the contract, which all other tests lean on, can fail. */
class ContractTest {
    private static final String LEASE =
            """
            {"id":"lea_01jc0000000000000000000000","number":"+4915550000","state":"active",
            "purpose":"qa_testing","justification":"","profileId":null,"routingTag":null,
            "createdAt":"2026-01-31T09:30:00.000Z","startsAt":"2026-01-31T09:30:00.000Z",
            "expiresAt":"2026-01-31T10:00:00.000Z","graceEndsAt":"2026-01-31T12:00:00.000Z"}\
            """;

    @Test
    void what_the_contract_says_is_accepted() {
        assertThat(violations(LEASE)).isEmpty();
    }

    @Test
    void a_wrong_type_is_refused() {
        assertThat(violations(LEASE.replace("\"+4915550000\"", "4915550000"))).isNotEmpty();
    }

    @Test
    void an_extra_property_is_refused() {
        assertThat(violations(LEASE.replace("{\"id\"", "{\"more\":1,\"id\""))).isNotEmpty();
    }

    @Test
    void a_missing_property_is_refused() {
        assertThat(violations(LEASE.replace("\"routingTag\":null,", ""))).isNotEmpty();
    }

    @Test
    void another_enumerated_value_is_refused() {
        assertThat(violations(LEASE.replace("\"active\"", "\"ACTIVE\""))).isNotEmpty();
    }

    @Test
    void a_time_without_milliseconds_is_refused() {
        assertThat(violations(LEASE.replace("09:30:00.000Z", "09:30:00Z"))).isNotEmpty();
    }

    @Test
    void a_wait_that_received_has_a_message() {
        assertThat(wait("{\"status\":\"timed_out\",\"cursor\":\"c\"}")).isEmpty();
        assertThat(wait("{\"status\":\"received\",\"cursor\":\"c\"}")).isNotEmpty();
    }

    private static List<String> violations(String body) {
        return violations("/v1/leases/lea_01jc0000000000000000000000", body);
    }

    private static List<String> wait(String body) {
        return violations("/v1/leases/lea_01jc0000000000000000000000/code", body);
    }

    private static List<String> violations(String path, String body) {
        HttpHeaders headers =
                HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (a, b) -> true);
        return Contract.consumers().violations("GET", path, new Answer(200, headers, body));
    }
}
