package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoppingTest {
    @Test
    void gateway_that_stops_ends_its_waits_first() throws Exception {
        try (RunningInlet inlet = new RunningInlet()) {
            ContractClient client = inlet.client();
            Answer made = RunningInlet.lease(client);
            String begin = made.text("/cursor");
            CompletableFuture<Answer> wait =
                    client.getLater(
                            "/v1/leases/"
                                    + made.text("/lease/id")
                                    + "/code?timeout=60s&after="
                                    + begin);
            await().atMost(Duration.ofSeconds(20)).until(() -> inlet.server.openWaits() == 1);
            // Well before the minute that the wait was given.
            inlet.server.close();
            Answer answer = wait.get(20, TimeUnit.SECONDS);
            assertThat(answer.text("/status")).isEqualTo("timed_out");
            assertThat(answer.text("/cursor")).isEqualTo(begin);
        }
    }

    // Netty's own quiet period is two seconds at least. A slow machine may delay all but one.
    @Test
    void stop_without_requests_under_way_waits_for_nothing() {
        Stream<Duration> stops = Stream.generate(StoppingTest::timeOfAStop).limit(10);
        assertThat(stops.anyMatch(stop -> stop.compareTo(Duration.ofSeconds(2)) < 0)).isTrue();
    }

    private static Duration timeOfAStop() {
        RunningInlet inlet = new RunningInlet();
        long begin = System.nanoTime();
        inlet.close();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    void busy_port_is_told_in_one_line_with_its_setting() {
        try (RunningInlet inlet = new RunningInlet();
                ConsumerServer second = inlet.another(inlet.server.port())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(PortUnavailableException.class)
                    .hasMessageContaining("port " + inlet.server.port())
                    .hasMessageContaining("http.port")
                    .hasMessageNotContaining("\n");
        }
    }
}
