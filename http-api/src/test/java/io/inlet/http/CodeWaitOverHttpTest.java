package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.feed.FeedEntry;
import io.inlet.feed.Revised;
import io.inlet.lease.LeaseId;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.tenant.Environment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodeWaitOverHttpTest {
    private final RunningInlet inlet = new RunningInlet();
    private final String key = inlet.key(inlet.tenant(Environment.SANDBOX)).reveal();
    private final ContractClient client = inlet.client(key);
    private LeaseId lease;
    private String path;
    private String begin;

    @BeforeEach
    void takeLease() {
        Answer made = RunningInlet.lease(client);
        lease = LeaseId.parse(made.text("/lease/id"));
        path = "/v1/leases/" + lease + "/code";
        begin = made.text("/cursor");
    }

    @AfterAll
    void end() {
        inlet.close();
    }

    @Test
    void code_that_is_there_after_the_cursor_is_answered_at_once() {
        inlet.stores.arrive(lease, SampleMessages.text("Hello"));
        inlet.stores.arrive(lease, SampleMessages.code("111111"));
        inlet.stores.arrive(lease, SampleMessages.code("222222"));
        Answer first = client.get(path + "?timeout=60s&after=" + begin);
        assertThat(first.text("/status")).isEqualTo("received");
        assertThat(first.text("/message/code")).isEqualTo("111111");
        Answer second = client.get(path + "?timeout=60s&after=" + first.text("/cursor"));
        assertThat(second.text("/message/code")).isEqualTo("222222");
        Answer third = client.get(path + "?timeout=0s&after=" + second.text("/cursor"));
        assertThat(third.text("/status")).isEqualTo("timed_out");
    }

    @Test
    void code_older_than_the_cursor_is_never_answered() {
        inlet.stores.arrive(lease, SampleMessages.code("111111"));
        String after = client.get(path + "?after=" + begin).text("/cursor");
        assertThat(client.get(path + "?timeout=0s&after=" + after).text("/status"))
                .isEqualTo("timed_out");
        Answer withoutCursor = client.get(path + "?timeout=0s");
        assertThat(withoutCursor.text("/status")).isEqualTo("timed_out");
        assertThat(withoutCursor.text("/cursor")).isEqualTo(after);
    }

    @Test
    void code_that_arrives_while_waiting_is_answered_and_noted_as_delivered() throws Exception {
        CompletableFuture<Answer> wait = waiting(path + "?timeout=60s");
        inlet.stores.arrive(lease, SampleMessages.text("Hello"));
        inlet.stores.arrive(lease, SampleMessages.code("654321"));
        Answer answer = within(wait);
        assertThat(answer.text("/message/code")).isEqualTo("654321");
        assertThat(inlet.stores.delivered()).contains(MessageId.parse(answer.text("/message/id")));
        assertThat(inlet.server.openWaits()).isZero();
    }

    @Test
    void code_that_a_late_part_brings_is_answered_once_heard_or_found() throws Exception {
        var completed = new Revised(Revised.Cause.COMPLETED, true);
        CompletableFuture<Answer> wait = waiting(path + "?timeout=60s");
        var cut = new Message.Segments(2, List.of(2));
        FeedEntry born = inlet.stores.arrive(lease, SampleMessages.text("Your code\uFFFD"), cut);
        inlet.stores.revise(born, SampleMessages.code("271828"), completed);
        Answer heard = within(wait);
        assertThat(heard.text("/message/code")).isEqualTo("271828");
        assertThat(heard.json().at("/message/version").intValue()).isEqualTo(2);

        Answer found = client.get(path + "?timeout=0s&after=" + begin);
        assertThat(found.text("/message/id")).isEqualTo(heard.text("/message/id"));
        assertThat(found.text("/cursor")).isEqualTo(heard.text("/cursor"));
        Answer once = client.get(path + "?timeout=0s&after=" + found.text("/cursor"));
        assertThat(once.text("/status")).isEqualTo("timed_out");
    }

    @Test
    void message_of_another_lease_does_not_end_the_wait() throws Exception {
        LeaseId other = LeaseId.parse(RunningInlet.lease(client).text("/lease/id"));
        CompletableFuture<Answer> wait = waiting(path + "?timeout=60s");
        inlet.stores.arrive(other, SampleMessages.code("111111"));
        inlet.stores.arrive(lease, SampleMessages.code("222222"));
        assertThat(within(wait).text("/message/code")).isEqualTo("222222");
    }

    @Test
    void wait_times_out_where_it_began() {
        Answer answer = client.get(path + "?timeout=1s&after=" + begin);
        assertThat(answer.text("/status")).isEqualTo("timed_out");
        assertThat(answer.text("/cursor")).isEqualTo(begin);
    }

    @Test
    void wait_ends_when_its_lease_is_released() throws Exception {
        CompletableFuture<Answer> wait = waiting(path + "?timeout=60s");
        client.post("/v1/leases/" + lease + "/release");
        assertThat(within(wait).text("/status")).isEqualTo("ended");
        assertThat(client.get(path + "?timeout=60s").text("/status")).isEqualTo("ended");
    }

    @Test
    void wait_ends_when_the_time_of_its_lease_is_over() throws Exception {
        inlet.clock.advance(Duration.ofMinutes(30).minusSeconds(2));
        CompletableFuture<Answer> wait = waiting(path + "?timeout=60s");
        assertThat(within(wait).text("/status")).isEqualTo("ended");
    }

    @Test
    void wait_goes_on_when_its_lease_was_extended_meanwhile() throws Exception {
        inlet.clock.advance(Duration.ofMinutes(30).minusSeconds(2));
        CompletableFuture<Answer> wait = waiting(path + "?timeout=4s");
        client.post("/v1/leases/" + lease + "/extend", "{\"by\":\"30m\"}");
        assertThat(within(wait).text("/status")).isEqualTo("timed_out");
    }

    @Test
    void code_from_before_the_end_is_still_answered_in_grace() {
        inlet.stores.arrive(lease, SampleMessages.code("111111"));
        client.post("/v1/leases/" + lease + "/release");
        Answer answer = client.get(path + "?after=" + begin);
        assertThat(answer.text("/message/code")).isEqualTo("111111");
        assertThat(client.get(path + "?after=" + answer.text("/cursor")).text("/status"))
                .isEqualTo("ended");
    }

    @Test
    void suspended_or_purged_lease_has_ended() {
        inlet.stores.arrive(lease, SampleMessages.code("111111"));
        inlet.stores.suspend(lease);
        assertThat(client.get(path + "?after=" + begin).text("/status")).isEqualTo("ended");
        inlet.clock.advance(Duration.ofDays(1));
        assertThat(client.get(path + "?after=" + begin).text("/status")).isEqualTo("ended");
    }

    @Test
    void timeout_is_at_most_60_seconds() {
        for (String timeout : List.of("61s", "2m", "1", "-1s", "500ms", "")) {
            assertThat(client.get(path + "?timeout=" + timeout).problem()).isEqualTo("bad-request");
        }
    }

    @Test
    void thousand_waits_at_once_are_each_answered_with_their_own_code() throws Exception {
        List<LeaseId> leases = new ArrayList<>();
        List<CompletableFuture<Answer>> waits = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            leases.add(inlet.lease(key));
            waits.add(client.getLater("/v1/leases/" + leases.get(i) + "/code?timeout=60s"));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> inlet.server.openWaits() == 1_000);
        for (int i = 0; i < 1_000; i++) {
            inlet.stores.arrive(leases.get(i), SampleMessages.code("" + (100_000 + i)));
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(within(waits.get(i)).text("/message/code")).isEqualTo("" + (100_000 + i));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> inlet.server.openWaits() == 0);
    }

    @Test
    void client_that_goes_away_frees_its_wait() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), inlet.server.port())) {
            socket.getOutputStream()
                    .write(
                            ("GET "
                                            + path
                                            + "?timeout=60s HTTP/1.1\r\nHost: x\r\n"
                                            + "Authorization: Bearer "
                                            + key
                                            + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            await().atMost(Duration.ofSeconds(60)).until(() -> inlet.server.openWaits() == 1);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> inlet.server.openWaits() == 0);
    }

    @Test
    void http_2_stream_that_is_reset_frees_its_wait() {
        try (HttpClient http2 =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            CompletableFuture<HttpResponse<String>> first =
                    http2.sendAsync(
                            client.request(
                                            "GET",
                                            "/v1/version",
                                            HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(first.join().version()).isEqualTo(HttpClient.Version.HTTP_2);
            CompletableFuture<HttpResponse<String>> wait =
                    http2.sendAsync(
                            client.request(
                                            "GET",
                                            path + "?timeout=60s",
                                            HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            await().atMost(Duration.ofSeconds(60)).until(() -> inlet.server.openWaits() == 1);
            wait.cancel(true);
            await().atMost(Duration.ofSeconds(60)).until(() -> inlet.server.openWaits() == 0);
        }
    }

    @Test
    void store_that_is_away_when_the_time_is_up_is_told_as_such() throws Exception {
        CompletableFuture<Answer> wait = waiting(path + "?timeout=1s");
        inlet.stores.setAway(true);
        try {
            assertThat(within(wait).problem()).isEqualTo("store-unavailable");
        } finally {
            inlet.stores.setAway(false);
        }
    }

    private CompletableFuture<Answer> waiting(String pathAndQuery) {
        CompletableFuture<Answer> wait = client.getLater(pathAndQuery);
        await().atMost(Duration.ofSeconds(60)).until(() -> inlet.server.openWaits() == 1);
        return wait;
    }

    private static Answer within(CompletableFuture<Answer> wait)
            throws InterruptedException, ExecutionException, TimeoutException {
        return wait.get(60, TimeUnit.SECONDS);
    }
}
