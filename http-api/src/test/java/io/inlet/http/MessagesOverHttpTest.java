package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.inlet.feed.Cursor;
import io.inlet.feed.Revised;
import io.inlet.lease.LeaseId;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesOverHttpTest {
    private final RunningInlet inlet = new RunningInlet();
    private final ContractClient client = inlet.client();
    private LeaseId lease;
    private String path;

    @BeforeEach
    void takeLease() {
        lease = LeaseId.parse(RunningInlet.lease(client).text("/lease/id"));
        path = "/v1/leases/" + lease + "/messages";
    }

    @AfterAll
    void end() {
        inlet.close();
    }

    @Test
    void message_with_a_code_has_every_field_of_the_contract() {
        inlet.stores.arrive(lease, SampleMessages.code("482913"));
        JsonNode message = client.get(path).json().at("/messages/0");
        assertThat(message.at("/code").textValue()).isEqualTo("482913");
        assertThat(message.at("/otp/brand").textValue()).isEqualTo("Acme");
        assertThat(message.at("/otp/candidates/0").textValue()).isEqualTo("2026");
        assertThat(message.at("/senderId").textValue()).isEqualTo("Acme");
        assertThat(message.at("/sender/kind").textValue()).isEqualTo("alphanumeric");
        assertThat(message.at("/leaseId").textValue()).isEqualTo(lease.toString());
        assertThat(
                        Duration.between(
                                instant(message, "/receivedAt"),
                                instant(message, "/otp/validUntil")))
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void end_that_a_code_names_is_an_instant_by_the_clock_of_the_number() {
        Answer made =
                client.post(
                        "/v1/leases",
                        "{\"number\":\"+%s\",\"ttl\":\"30m\",\"purpose\":\"qa_testing\"}"
                                .formatted(RunningInlet.IN_BERLIN));
        String id = made.text("/lease/id");
        inlet.stores.arrive(LeaseId.parse(id), SampleMessages.until("482913", LocalTime.MIDNIGHT));
        JsonNode message = client.get("/v1/leases/" + id + "/messages").json().at("/messages/0");
        Instant end = instant(message, "/otp/validUntil");
        assertThat(end.atZone(ZoneId.of("Europe/Berlin")).toLocalTime())
                .isEqualTo(LocalTime.MIDNIGHT);
        assertThat(end)
                .isBetween(
                        instant(message, "/receivedAt").minusSeconds(60),
                        instant(message, "/receivedAt").plus(Duration.ofDays(1)));
    }

    @Test
    void message_without_a_code_has_neither_code_nor_otp() {
        inlet.stores.arrive(lease, SampleMessages.text("Your parcel is on its way \ud83d\udce6"));
        JsonNode message = client.get(path).json().at("/messages/0");
        assertThat(message.at("/code").isNull()).isTrue();
        assertThat(message.at("/otp").isNull()).isTrue();
        assertThat(message.at("/content").textValue()).endsWith("\ud83d\udce6");
    }

    @Test
    void message_tells_how_it_was_written_and_what_its_carrier_says() {
        inlet.stores.arrive(lease, SampleMessages.binary());
        JsonNode message = client.get(path).json().at("/messages/0");
        assertThat(message.at("/encoding").toString())
                .isEqualTo(
                        "{\"dataCoding\":245,\"alphabet\":\"binary\",\"messageClass\":1,"
                                + "\"messageWaiting\":null,\"binary\":true}");
        assertThat(message.at("/ports").toString())
                .isEqualTo("{\"destination\":2948,\"source\":9200}");
        assertThat(message.at("/carrierFields").toString())
                .isEqualTo("{\"operator\":\"Nord\",\"mcc\":262}");
    }

    @Test
    void message_waiting_is_told() {
        inlet.stores.arrive(lease, SampleMessages.voicemail());
        assertThat(client.get(path).json().at("/messages/0/encoding/messageWaiting").toString())
                .isEqualTo("{\"kind\":\"voicemail\",\"active\":true,\"stored\":false}");
    }

    @Test
    void message_that_lacks_parts_says_which_and_is_listed_again_when_it_is_complete() {
        var cut = new Message.Segments(3, List.of(1, 3));
        var born = inlet.stores.arrive(lease, SampleMessages.text("\uFFFDhello\uFFFD"), cut);
        Answer first = client.get(path);
        JsonNode segments = first.json().at("/messages/0/segments");
        assertThat(segments.toString())
                .isEqualTo("{\"have\":1,\"total\":3,\"missing\":[1,3],\"complete\":false}");

        inlet.stores.revise(
                born,
                SampleMessages.text("Oh hello there"),
                new Revised(Revised.Cause.COMPLETED, false));
        Answer again = client.get(path + "?after=" + first.text("/cursor"));
        assertThat(again.text("/messages/0/id")).isEqualTo(first.text("/messages/0/id"));
        assertThat(again.json().at("/messages/0/version").intValue()).isEqualTo(2);
        assertThat(again.json().at("/messages/0/segments/complete").booleanValue()).isTrue();
        // On one page it is there once, as it is now.
        JsonNode all = client.get(path).json().at("/messages");
        assertThat(all).hasSize(1);
        assertThat(all.at("/0/content").textValue()).isEqualTo("Oh hello there");
    }

    @Test
    void pages_by_cursor_give_each_message_once_and_in_order() {
        List<String> arrived = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            arrived.add(arrive("11000" + i));
        }
        List<String> read = new ArrayList<>();
        Answer page = client.get(path + "?limit=3");
        page.json().at("/messages").forEach(m -> read.add(m.at("/id").textValue()));
        while (page.json().at("/hasMore").booleanValue()) {
            page = client.get(path + "?limit=3&after=" + page.text("/cursor"));
            page.json().at("/messages").forEach(m -> read.add(m.at("/id").textValue()));
        }
        assertThat(read).isEqualTo(arrived);
        arrived.add(arrive("990000"));
        Answer later = client.get(path + "?after=" + page.text("/cursor"));
        assertThat(later.text("/messages/0/id")).isEqualTo(arrived.getLast());
        assertThat(client.get(path + "?after=" + later.text("/cursor")).json().at("/messages"))
                .isEmpty();
    }

    @Test
    void cursor_of_a_new_lease_comes_before_its_first_message() {
        Answer made = RunningInlet.lease(client);
        LeaseId other = LeaseId.parse(made.text("/lease/id"));
        inlet.stores.arrive(other, SampleMessages.code("222333"));
        Answer page = client.get("/v1/leases/" + other + "/messages?after=" + made.text("/cursor"));
        assertThat(page.json().at("/messages")).hasSize(1);
    }

    @Test
    void what_is_listed_is_noted_as_delivered() {
        MessageId id = MessageId.parse(arrive("123456"));
        assertThat(inlet.stores.delivered()).doesNotContain(id);
        client.get(path);
        assertThat(inlet.stores.delivered()).contains(id);
    }

    @Test
    void messages_are_read_in_grace_and_gone_afterwards() {
        arrive("123456");
        inlet.clock.advance(Duration.ofMinutes(31));
        assertThat(client.get(path).json().at("/messages")).hasSize(1);
        inlet.clock.advance(Duration.ofHours(2));
        Answer gone = client.get(path);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.problem()).isEqualTo("lease-purged");
    }

    @Test
    void suspended_lease_shows_nothing() {
        arrive("123456");
        inlet.stores.suspend(lease);
        Answer refused = client.get(path);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/state")).isEqualTo("suspended");
    }

    @Test
    void cursor_of_another_tenant_is_refused() {
        ContractClient stranger = inlet.client();
        Answer theirs = RunningInlet.lease(stranger);
        Answer refused = client.get(path + "?after=" + theirs.text("/cursor"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("bad-cursor");
    }

    @Test
    void cursor_of_a_feed_whose_clock_was_ahead_is_taken() {
        String ahead = new Cursor(tenant(), LocalDate.of(2999, 1, 1), 1).text();
        assertThat(client.get(path + "?after=" + ahead).status()).isEqualTo(200);
    }

    @Test
    void forged_or_broken_cursor_is_refused() {
        String early = new Cursor(tenant(), LocalDate.of(1999, 12, 31), 0).text();
        String late = new Cursor(tenant(), LocalDate.of(10_000, 1, 1), 0).text();
        String last = new Cursor(tenant(), LocalDate.ofEpochDay(Integer.MAX_VALUE), 0).text();
        for (String cursor : List.of("x", "%20", "AAAA", "%F0%9F%93%A6", early, late, last)) {
            Answer refused = client.get(path + "?after=" + cursor);
            assertThat(refused.problem()).isEqualTo("bad-cursor");
        }
    }

    @Test
    void limit_is_1_to_100() {
        for (String limit : List.of("0", "101", "-1", "x", "99999999999", "")) {
            assertThat(client.get(path + "?limit=" + limit).problem()).isEqualTo("bad-request");
        }
    }

    private TenantId tenant() {
        return inlet.stores.tenants().getFirst().id();
    }

    private String arrive(String code) {
        return String.valueOf(inlet.stores.arrive(lease, SampleMessages.code(code)).message());
    }

    private static Instant instant(JsonNode message, String pointer) {
        return Instant.parse(message.at(pointer).textValue());
    }
}
