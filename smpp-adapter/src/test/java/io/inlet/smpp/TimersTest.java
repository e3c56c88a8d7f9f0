package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The timers that end a session in which nothing, or next to nothing, comes. */
class TimersTest {
    @Test
    void pdu_that_comes_too_slowly_ends_the_session() {
        try (Rig rig = Rig.start(t -> t.pduReadMillis = 300)) {
            RawSmsc.Link link = rig.smsc.bound();
            byte[] pdu = Pdus.deliverSm(1, "drop by drop");
            Thread drops =
                    Thread.startVirtualThread(() -> {
                        try {
                            for (int i = 0; i < pdu.length - 1; i++) {
                                link.write(Arrays.copyOfRange(pdu, i, i + 1));
                                link.poll(50);
                            }
                        } catch (UncheckedIOException e) {
                            // the gateway has had enough
                        }
                    });
            assertThat(rig.lastEnd().reason()).isEqualTo(EndReason.PDU_READ_TIMEOUT);
            assertThat(rig.inbox.segments()).isEmpty();
            await().until(() -> !drops.isAlive());
        }
    }

    @Test
    void pdus_that_come_whole_never_run_into_the_timer() {
        try (Rig rig = Rig.start(t -> t.pduReadMillis = 100)) {
            RawSmsc.Link link = rig.smsc.bound();
            byte[] two = Pdus.join(Pdus.deliverSm(1, "one"), Pdus.deliverSm(2, "two"));
            for (int cut = 20; cut < 40; cut++) {
                link.write(Arrays.copyOf(two, cut));
                link.write(Arrays.copyOfRange(two, cut, two.length));
                link.read();
                link.read();
                assertThat(link.poll(10)).isNull();
            }
            assertThat(rig.counts.ends).isEmpty();
        }
    }

    @Test
    void session_without_messages_ends_after_the_inactivity_timer() {
        try (Rig rig = Rig.start(t -> t.inactivityMillis = 400)) {
            RawSmsc.Link link = rig.smsc.bound();
            for (int i = 1; i <= 5; i++) {
                link.write(Pdus.deliverSm(i, "busy"));
                assertThat(link.read().commandId()).isEqualTo(CommandId.DELIVER_SM | Pdus.RESPONSE);
                assertThat(link.poll(150)).isNull();
            }
            Frame.Pdu unbind = link.readPastChecks();
            assertThat(unbind.commandId()).isEqualTo(CommandId.UNBIND);
            link.answer(unbind);
            assertThat(rig.lastEnd().reason()).isEqualTo(EndReason.INACTIVE);
            rig.smsc.bound();
        }
    }

    @Test
    void enquire_link_is_no_message() {
        try (Rig rig =
                Rig.start(t -> {
                    t.inactivityMillis = 400;
                    t.enquireLinkMillis = 50;
                })) {
            RawSmsc.Link link = rig.smsc.bound();
            assertThat(link.readPastChecks().commandId()).isEqualTo(CommandId.UNBIND);
        }
    }

    @Test
    void transmitter_of_a_pair_is_never_inactive() {
        try (Rig rig =
                Rig.startWith(form -> {
                    form.type = BindType.PAIR;
                    form.timers.inactivityMillis = 300;
                })) {
            RawSmsc.Link transmitter = rig.smsc.bound();
            RawSmsc.Link receiver = rig.smsc.bound();
            for (int i = 1; i <= 8; i++) {
                receiver.write(Pdus.deliverSm(i, "busy"));
                receiver.read();
                assertThat(transmitter.poll(100)).isNull();
            }
            assertThat(rig.counts.ends).isEmpty();
            await().until(() -> rig.counts.ends.size() == 2);
            assertThat(rig.counts.ends)
                    .containsExactlyInAnyOrder(EndReason.INACTIVE, EndReason.PARTNER_ENDED);
        }
    }
}
