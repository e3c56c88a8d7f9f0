package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.tenant.Environment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxOverHttpTest {
    private static final String SEND = "/v1/sandbox/messages";

    private final RunningInlet inlet = new RunningInlet();
    private final ContractClient client = inlet.client();
    private final Answer leased = RunningInlet.lease(client);
    private final String lease = leased.text("/lease/id");
    private final String number = leased.text("/lease/number");

    @AfterEach
    void end() {
        inlet.close();
    }

    @Test
    void message_to_a_lease_of_ones_own_is_sent_and_can_be_found_after_the_cursor() {
        Answer sent =
                client.post(
                        SEND,
                        """
                        {"leaseId":"%s","from":"Acme","text":"code 482913","faults":{"delay":"5s",
                        "doubled":true}}\
                        """
                                .formatted(lease));

        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.text("/leaseId")).isEqualTo(lease);
        assertThat(sent.text("/number")).isEqualTo(number);
        assertThat(sent.text("/cursor")).isEqualTo(leased.text("/cursor"));
        assertThat(inlet.box.sent)
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.to().e164()).isEqualTo(number);
                    assertThat(message.text()).isEqualTo("code 482913");
                    assertThat(message.faults().delay()).isEqualTo(Duration.ofSeconds(5));
                    assertThat(message.faults().doubled()).isTrue();
                });
    }

    @Test
    void recipient_may_be_named_by_its_number() {
        Answer sent = client.post(SEND, "{\"number\":\"%s\",\"text\":\"x\"}".formatted(number));

        assertThat(sent.text("/leaseId")).isEqualTo(lease);
    }

    @Test
    void nothing_is_sent_to_a_lease_of_another() {
        ContractClient stranger = inlet.client();

        assertThat(stranger.post(SEND, to(lease)).status()).isEqualTo(404);
        assertThat(
                        stranger.post(SEND, "{\"number\":\"%s\",\"text\":\"x\"}".formatted(number))
                                .status())
                .isEqualTo(404);
        assertThat(stranger.post(advance(), "{\"by\":\"1h\"}").status()).isEqualTo(404);
        assertThat(inlet.box.sent).isEmpty();
    }

    @Test
    void nothing_is_sent_to_a_number_that_was_ones_own() {
        inlet.clock.advance(Duration.ofHours(3));

        assertThat(client.post(SEND, to(lease)).problem()).isEqualTo("lease-purged");
        assertThat(inlet.box.sent).isEmpty();
    }

    @Test
    void for_a_live_tenant_none_of_it_exists_whatever_it_sends() {
        ContractClient live = inlet.client(inlet.key(inlet.tenant(Environment.LIVE)).reveal());

        for (String body : List.of(to(lease), "{}", "no JSON", "")) {
            assertThat(live.post(SEND, body).status()).isEqualTo(404);
            assertThat(live.post(advance(), body).status()).isEqualTo(404);
        }
        String shown = live.post(SEND, to(lease)).text("/detail");
        assertThat(shown).isEqualTo(live.get("/v1/nothing").text("/detail"));
        assertThat(inlet.anonymous().post(SEND, to(lease)).status()).isEqualTo(401);
    }

    @Test
    void what_is_out_of_bounds_is_refused_by_its_field() {
        assertThat(refused("\"leaseId\":\"%s\",\"number\":\"%s\"".formatted(lease, number)))
                .contains("leaseId");
        assertThat(refused("\"from\":\"x\"")).contains("leaseId");
        String own = "\"leaseId\":\"" + lease + "\",";
        assertThat(refused(own + "\"text\":\"" + "x".repeat(1_001) + "\"")).contains("text");
        assertThat(refused(own + "\"text\":\" \"")).contains("text");
        assertThat(refused(own + "\"text\":\"x\",\"from\":\"" + "9".repeat(21) + "\""))
                .contains("from");
        String faults = own + "\"text\":\"x\",\"faults\":";
        assertThat(refused(faults + "{\"delay\":\"61s\"}")).contains("faults.delay");
        assertThat(refused(faults + "{\"missingPart\":0}")).contains("faults.missingPart");
        assertThat(refused(faults + "{\"outOfOrder\":true}")).contains("text");
        assertThat(refused(faults + "{\"fire\":true}")).contains("fire");
        assertThat(inlet.box.sent).isEmpty();
    }

    @Test
    void one_message_more_than_a_minute_has_is_refused_and_another_tenants_is_not() {
        for (int i = 0; i < InMemorySandbox.PER_MINUTE; i++) {
            assertThat(client.post(SEND, to(lease)).status()).isEqualTo(202);
        }

        Answer refused = client.post(SEND, to(lease));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-messages");
        ContractClient other = inlet.client();
        assertThat(other.post(SEND, to(RunningInlet.lease(other).text("/lease/id"))).status())
                .isEqualTo(202);
        inlet.clock.advance(Duration.ofMinutes(1));
        assertThat(client.post(SEND, to(lease)).status()).isEqualTo(202);
    }

    @Test
    void carrier_with_too_much_under_way_is_told() {
        inlet.box.congested = true;

        assertThat(client.post(SEND, to(lease)).problem()).isEqualTo("too-many-messages");
    }

    @Test
    void time_that_is_let_pass_ends_a_lease_and_then_its_grace() {
        Answer advanced = client.post(advance(), "{\"by\":\"30m\"}");
        assertThat(advanced.status()).isEqualTo(200);
        assertThat(advanced.text("/lease/state")).isEqualTo("grace");
        assertThat(client.post(advance(), "{\"by\":\"2h\"}").text("/lease/state"))
                .isEqualTo("purged");
        assertThat(client.post(advance(), "{\"by\":\"1d\"}").status()).isEqualTo(200);
        Answer over = client.post(advance(), "{\"by\":\"1s\"}");
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.problem()).isEqualTo("wrong-state");
        for (String by : List.of("0s", "401d", "soon")) {
            assertThat(client.post(advance(), "{\"by\":\"" + by + "\"}").status()).isEqualTo(400);
        }
    }

    @Test
    void wait_for_a_code_ends_when_the_time_of_its_lease_is_let_pass() {
        var wait = client.getLater("/v1/leases/" + lease + "/code?timeout=60s");
        await().atMost(Duration.ofSeconds(20)).until(() -> inlet.server.openWaits() == 1);

        client.post(advance(), "{\"by\":\"30m\"}");

        assertThat(wait.orTimeout(20, TimeUnit.SECONDS).join().text("/status")).isEqualTo("ended");
    }

    private String refused(String fields) {
        Answer refused = client.post(SEND, "{" + fields + "}");
        assertThat(refused.status()).as(fields).isEqualTo(400);
        return refused.text("/detail");
    }

    private String advance() {
        return "/v1/sandbox/leases/" + lease + "/advance";
    }

    private static String to(String lease) {
        return "{\"leaseId\":\"" + lease + "\",\"text\":\"x\"}";
    }
}
