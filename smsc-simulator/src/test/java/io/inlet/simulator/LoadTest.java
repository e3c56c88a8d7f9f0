package io.inlet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.simulator.message.OutgoingMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final MessageSource NOTES =
            (index, micros) -> OutgoingMessage.to("+999123").text("Note " + index).build();

    @Test
    void an_open_loop_keeps_its_rate() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT.withWindow(100));
                RawEsme esme = RawEsme.bound(smsc.port())) {
            answerAll(esme);
            int loads = 1;
            Duration took = steadily(smsc);
            // A busy machine may hold up the one or other.
            while (took.toMillis() > 1_500 && loads < 10) {
                took = steadily(smsc);
                loads++;
            }
            assertThat(took).isLessThanOrEqualTo(Duration.ofMillis(1_500));
            assertThat(smsc.ledger().awaitSettled(Duration.ofSeconds(30))).isTrue();
            assertThat(smsc.ledger().acknowledged()).isEqualTo(500L * loads);
        }
    }

    /** How long 500 messages take at 500 a second: never less than the second. */
    private static Duration steadily(ScriptedSmsc smsc) throws Exception {
        long start = System.nanoTime();
        Load load = smsc.load(LoadPlan.steady(500).during(Duration.ofSeconds(1)), NOTES);
        assertThat(load.made().get(30, TimeUnit.SECONDS)).isEqualTo(500);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took).isGreaterThanOrEqualTo(Duration.ofMillis(990));
        return took;
    }

    @Test
    void an_open_loop_counts_a_late_message_from_the_instant_it_was_due() throws Exception {
        long[] longestNanos = new long[1];
        DeliveryObserver observer =
                new DeliveryObserver() {
                    @Override
                    public void answered(Answer answer) {
                        long took = answer.answeredNanos() - answer.intendedNanos();
                        longestNanos[0] = Math.max(longestNanos[0], took);
                    }
                };
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT.withWindow(1), observer);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            smsc.load(LoadPlan.steady(1_000).count(100), NOTES);
            RawEsme.Frame first = esme.readDeliverSm();
            assertThat(esme.isQuietFor(Duration.ofMillis(300))).isTrue();
            esme.answer(first, 0);
            answerAll(esme);
            awaitAcknowledged(smsc, 100);
        }
        assertThat(Duration.ofNanos(longestNanos[0])).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void a_closed_loop_sends_its_count_over_all_sessions() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT.withWindow(50));
                RawEsme first = RawEsme.bound(smsc.port());
                RawEsme second = RawEsme.bound(smsc.port())) {
            answerAll(first);
            answerAll(second);
            Load load = smsc.load(LoadPlan.asWindowsAllow().count(20_000), NOTES);

            assertThat(load.made().get(60, TimeUnit.SECONDS)).isEqualTo(20_000);
            awaitAcknowledged(smsc, 20_000);
        }
    }

    @Test
    void a_closed_loop_ends_with_its_duration_even_when_nothing_answers() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT.withWindow(7));
                RawEsme esme = RawEsme.bound(smsc.port())) {
            LoadPlan plan = LoadPlan.asWindowsAllow().during(Duration.ofMillis(100));
            assertThat(smsc.load(plan, NOTES).made().get(30, TimeUnit.SECONDS)).isEqualTo(7);
            assertThat(esme.readDeliverSm().sequence()).isEqualTo(1);
        }
    }

    @Test
    void a_second_load_is_refused_while_the_first_runs() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT)) {
            Load first = smsc.load(LoadPlan.steady(1), NOTES);
            assertThatThrownBy(() -> smsc.load(LoadPlan.steady(1), NOTES).made().get())
                    .hasCauseInstanceOf(IllegalStateException.class);
            first.stop();
            LoadPlan none = LoadPlan.asWindowsAllow().during(Duration.ofMillis(1));
            assertThat(smsc.load(none, NOTES).made().get(30, TimeUnit.SECONDS)).isZero();
        }
    }

    @Test
    void a_source_that_fails_ends_its_load_and_nothing_else() throws Exception {
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                RawEsme esme = RawEsme.bound(smsc.port())) {
            MessageSource broken =
                    (index, micros) -> {
                        throw new IllegalArgumentException("no more");
                    };
            Load load = smsc.load(LoadPlan.asWindowsAllow().count(1), broken);
            assertThatThrownBy(() -> load.made().get(30, TimeUnit.SECONDS))
                    .hasRootCauseMessage("no more");

            smsc.send(OutgoingMessage.to("+999123").text("still here").build());
            assertThat(esme.readDeliverSm().sequence()).isEqualTo(1);
        }
    }

    private static void awaitAcknowledged(ScriptedSmsc smsc, long count) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> smsc.ledger().acknowledged() == count);
    }

    /** Answers all there is with ESME_ROK, on a thread of its own, until the connection ends. */
    private static void answerAll(RawEsme esme) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (true) {
                            esme.answer(esme.readDeliverSm(), 0);
                        }
                    } catch (IOException e) {
                        // The end of the test.
                    }
                });
    }
}
