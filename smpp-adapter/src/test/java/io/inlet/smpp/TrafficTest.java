package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.intake.Disposition.Deferred;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a bind tells of its traffic. */
class TrafficTest {
    private final AtomicLong nanos = new AtomicLong(TimeUnit.SECONDS.toNanos(1_000));
    private final Tally tally = new Tally(CarrierObserver.NONE, nanos::get);

    @Test
    void rates_are_those_of_the_last_whole_second_and_minute() {
        receive(30);
        assertThat(tally.traffic().perSecond()).isZero(); // the second is not over
        pass(1);
        assertThat(tally.traffic().perSecond()).isEqualTo(30);
        assertThat(tally.traffic().perSecondOfMinute()).isEqualTo(0.5);
        receive(30);
        pass(1);
        assertThat(tally.traffic().perSecondOfMinute()).isEqualTo(1);
        pass(58);
        assertThat(tally.traffic().perSecond()).isZero();
        assertThat(tally.traffic().perSecondOfMinute()).isEqualTo(1);
        pass(1);
        assertThat(tally.traffic().perSecondOfMinute()).isEqualTo(0.5);
        pass(100_000);
        assertThat(tally.traffic().perSecondOfMinute()).isZero();
        assertThat(tally.traffic().received()).isEqualTo(60);
    }

    @Test
    void response_times_are_those_of_the_last_minute_an_eighth_too_long_at_most() {
        assertThat(tally.traffic().typicalResponse()).isNull();
        for (int i = 1; i <= 1_000; i++) {
            answer(Duration.ofMillis(i));
        }
        assertThat(tally.traffic().typicalResponse())
                .isBetween(Duration.ofMillis(500), Duration.ofMillis(500 * 9 / 8));
        assertThat(tally.traffic().slowResponse())
                .isBetween(Duration.ofMillis(990), Duration.ofMillis(990 * 9 / 8));
        pass(59);
        answer(Duration.ofMillis(3));
        assertThat(tally.traffic().typicalResponse()).isGreaterThan(Duration.ofMillis(400));
        pass(10);
        assertThat(tally.traffic().slowResponse())
                .isBetween(Duration.ofMillis(3), Duration.ofMillis(4));
        pass(60);
        assertThat(tally.traffic().slowResponse()).isNull();
    }

    @Test
    void response_times_of_any_length_are_counted() {
        for (Duration took :
                new Duration[] {
                    Duration.ofSeconds(-1), Duration.ZERO, Duration.ofNanos(1), Duration.ofDays(9)
                }) {
            answer(took);
        }
        assertThat(tally.traffic().slowResponse()).isGreaterThan(Duration.ofMinutes(8));
        assertThat(tally.traffic().typicalResponse()).isZero();
    }

    @Test
    void status_counts_what_came_and_how_it_was_answered() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "taken"));
            link.read();
            rig.inbox.answer(new Deferred(Deferred.Reason.INTAKE_FULL));
            link.write(Pdus.deliverSm(2, "refused"));
            link.read();
            link.write(Pdus.raw(CommandId.ALERT_NOTIFICATION, 0, 3, new byte[6]));
            link.write(Pdus.raw(CommandId.DELIVER_SM, 0, 4, new byte[] {1, 2, 3}));
            link.read();

            await().untilAsserted(() -> {
                Traffic traffic = rig.status().traffic();
                assertThat(traffic.received()).isEqualTo(3);
                assertThat(traffic.unreadable()).isEqualTo(1);
                assertThat(traffic.alerts()).isEqualTo(1);
                assertThat(traffic.receipts()).isZero();
                assertThat(traffic.answered())
                        .isEqualTo(Map.of("ESME_ROK", 1L, "ESME_RMSGQFUL", 2L));
                assertThat(traffic.slowResponse()).isPositive();
            });
            assertThat(rig.counts.alerts).containsExactly("b1");
        }
    }

    @Test
    void alert_notification_is_counted_and_never_answered() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link link = rig.smsc.bound();
            link.write(
                    Pdus.raw(CommandId.ALERT_NOTIFICATION, 0, 1, new byte[6]),
                    Pdus.header(CommandId.ENQUIRE_LINK, 0, 2));
            assertThat(link.read().sequenceNumber()).isEqualTo(2);
            assertThat(rig.counts.alerts).hasSize(1);
        }
    }

    private void receive(int count) {
        for (int i = 0; i < count; i++) {
            tally.received("acme", "b1");
        }
    }

    private void answer(Duration took) {
        tally.answered("acme", "b1", "ESME_ROK", took);
    }

    private void pass(int seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}
