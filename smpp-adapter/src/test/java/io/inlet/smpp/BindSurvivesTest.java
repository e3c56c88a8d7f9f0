package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.log.LoggedLines;
import io.inlet.sms.Segment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Invariant 8, and the reconnection without which no bind survives. */
class BindSurvivesTest {

    @Test
    void bind_that_the_store_refuses_to_name_is_named_when_it_no_longer_does() {
        try (Rig rig = Rig.idle()) {
            rig.sessions.refusals.set(3);
            rig.carriers.start(List.of(Rig.carrier(Rig.bind("b1", rig.smsc.port(), _ -> {}))));
            rig.smsc.bound();
            await().until(() -> rig.status().state() == BindState.BOUND);
        }
    }

    @Test
    void deliver_sm_in_the_same_octets_as_bind_resp_is_not_lost() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link link = rig.smsc.accept();
            Frame.Pdu bind = link.read();
            link.write(Pdus.bindResponse(bind, 0), Pdus.deliverSm(1, "early"));

            assertThat(link.read().commandId()).isEqualTo(CommandId.DELIVER_SM | Pdus.RESPONSE);
            assertThat(rig.inbox.segments()).hasSize(1);
        }
    }

    @Test
    void deliver_sm_that_overtakes_bind_resp_is_not_lost() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link link = rig.smsc.accept();
            Frame.Pdu bind = link.read();
            link.write(Pdus.deliverSm(1, "early"), Pdus.bindResponse(bind, 0));

            assertThat(link.read().commandStatus()).isEqualTo(CommandStatus.ESME_ROK);
            await().until(() -> rig.status().state() == BindState.BOUND);
        }
    }

    @Test
    void bind_survives_a_stalled_intake() {
        try (Rig rig = Rig.start(t -> enquireLink(t, 100, 1_000))) {
            rig.inbox.hold();
            RawSmsc.Link link = rig.smsc.bound();
            for (int i = 1; i <= 100; i++) {
                link.write(Pdus.deliverSm(i, "stalled " + i));
            }
            // Longer than every timer but the response budget.
            long end = System.nanoTime() + Duration.ofMillis(1_500).toNanos();
            int sequence = 1000;
            while (System.nanoTime() < end) {
                link.write(Pdus.header(CommandId.ENQUIRE_LINK, 0, ++sequence));
                Frame.Pdu answer = link.readPastChecks();
                assertThat(answer.commandId()).isEqualTo(CommandId.ENQUIRE_LINK | Pdus.RESPONSE);
                assertThat(answer.sequenceNumber()).isEqualTo(sequence);
            }
            assertThat(rig.status().state()).isEqualTo(BindState.BOUND);
            assertThat(rig.status().traffic().unanswered()).isEqualTo(100);

            for (int i = 1; i <= 100; i++) {
                rig.inbox.next().store();
            }
            Set<Integer> answered = new HashSet<>();
            while (answered.size() < 100) {
                answered.add(link.readPastChecks().sequenceNumber());
            }
            assertThat(rig.counts.ends).isEmpty();
        }
    }

    @Test
    void nothing_blocks_an_event_loop_when_the_session_store_hangs() {
        try (Rig rig =
                Rig.start(t -> {
                    enquireLink(t, 50, 5_000);
                    t.proofMillis = 20;
                })) {
            RawSmsc.Link link = rig.smsc.bound();
            await().until(() -> !rig.sessions.events().isEmpty());
            rig.sessions.hang();
            for (int i = 1; i <= 20; i++) {
                link.write(Pdus.deliverSm(i, "on"));
                assertThat(link.readPastChecks().sequenceNumber()).isEqualTo(i);
            }
            assertThat(rig.counts.ends).isEmpty();
        }
    }

    @Test
    void malformed_pdus_leave_the_session_bound_and_what_follows_in_the_same_segment_is_read() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link link = rig.smsc.bound();
            link.write(
                    Pdus.raw(CommandId.DELIVER_SM, 0, 1, new byte[] {1, 2, 3}),
                    Pdus.raw(0x77, 0, 2, new byte[100]),
                    Pdus.header(CommandId.ENQUIRE_LINK, 0, 3),
                    Pdus.deliverSm(4, "after"));

            Set<Integer> answered = new HashSet<>();
            while (answered.size() < 4) {
                answered.add(link.read().sequenceNumber());
            }
            assertThat(answered).containsExactlyInAnyOrder(1, 2, 3, 4);
            assertThat(rig.inbox.unreadable()).hasSize(1);
            assertThat(rig.inbox.segments()).hasSize(1);
            assertThat(rig.status().state()).isEqualTo(BindState.BOUND);
        }
    }

    @Test
    @ResourceLock("BindLog") // its lines are kept for one test at a time
    void carrier_that_stays_away_is_logged_at_first_and_once_a_minute() {
        try (LoggedLines log = LoggedLines.of(BindLog.class);
                Rig rig = Rig.idle()) {
            rig.smsc.close();
            rig.carriers.start(
                    List.of(
                            Rig.carrier(
                                    Rig.bind(
                                            "astray",
                                            rig.smsc.port(),
                                            timers -> timers.reconnectMostMillis = 20))));
            await().until(() -> rig.counts.ends.size() >= 10);
            assertThat(of(log, "astray"))
                    .singleElement()
                    .asString()
                    .startsWith("WARN ended: carrier=acme bind=astray host=\"localhost:")
                    .contains(" reason=connect_refused ")
                    .contains(" times=1 ");

            rig.clock.set(InstantSource.offset(InstantSource.system(), Duration.ofSeconds(61)));
            await().until(() -> of(log, "astray").size() > 1);
            assertThat(of(log, "astray").get(1)).containsPattern(" times=([1-9][0-9]+|9) ");
        }
    }

    @Test
    void reset_connection_is_made_anew_with_a_new_session() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link first = rig.smsc.bound();
            first.write(Pdus.deliverSm(1, "one"));
            first.read();
            first.reset();

            RawSmsc.Link second = rig.smsc.bound();
            second.write(Pdus.deliverSm(1, "two"));
            second.read();
            assertThat(rig.inbox.segments())
                    .extracting(s -> s.origin().session())
                    .doesNotHaveDuplicates()
                    .hasSize(2);
            assertThat(rig.counts.ends).containsExactly(EndReason.CONNECTION_RESET);
            await().until(() -> rig.sessions.events(SessionEvents.Event.Closed.class).size() == 1);
        }
    }

    @Test
    void closed_connection_is_made_anew() {
        try (Rig rig = Rig.start()) {
            rig.smsc.bound().close();
            rig.smsc.bound();
            assertThat(rig.counts.ends).containsExactly(EndReason.CARRIER_CLOSED);
        }
    }

    @Test
    void carrier_that_does_not_answer_enquire_link_is_left_and_called_again() {
        try (Rig rig = Rig.start(t -> enquireLink(t, 50, 100))) {
            RawSmsc.Link silent = rig.smsc.bound();
            assertThat(silent.read().commandId()).isEqualTo(CommandId.ENQUIRE_LINK);

            assertThat(silent.isClosedByGateway()).isTrue();
            rig.smsc.bound();
            assertThat(rig.counts.ends).containsOnly(EndReason.ENQUIRE_LINK_TIMEOUT);
        }
    }

    @Test
    void carrier_that_sends_messages_is_alive_even_if_it_does_not_answer_enquire_link() {
        try (Rig rig = Rig.start(t -> enquireLink(t, 200, 800))) {
            RawSmsc.Link link = rig.smsc.bound();
            long end = System.nanoTime() + Duration.ofMillis(1_500).toNanos();
            for (int i = 1; System.nanoTime() < end; i++) {
                link.write(Pdus.deliverSm(i, "alive"));
                while (link.read().commandId() == CommandId.ENQUIRE_LINK) {
                    // and no answer
                }
            }
            assertThat(rig.counts.ends).isEmpty();
        }
    }

    @Test
    void carrier_that_does_not_answer_the_bind_is_left_and_called_again() {
        try (Rig rig = Rig.start(t -> t.bindResponseMillis = 500)) {
            RawSmsc.Link silent = rig.smsc.accept();
            silent.read();

            assertThat(silent.isClosedByGateway()).isTrue();
            rig.smsc.bound();
            assertThat(rig.counts.ends).containsExactly(EndReason.BIND_TIMEOUT);
        }
    }

    @Test
    void carrier_that_does_not_read_is_left_in_time() {
        try (Rig rig = Rig.start(t -> t.writeMillis = 300)) {
            RawSmsc.Link deaf = rig.smsc.bound();
            byte[] checks = Pdus.header(CommandId.ENQUIRE_LINK, 0, 1);
            byte[] many = new byte[checks.length * 4096];
            for (int i = 0; i < many.length; i++) {
                many[i] = checks[i % checks.length];
            }
            Thread flood =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    while (true) {
                                        deaf.write(many);
                                    }
                                } catch (java.io.UncheckedIOException e) {
                                    // the gateway has had enough
                                }
                            });
            await().until(() -> rig.counts.ends.contains(EndReason.WRITE_TIMEOUT));
            assertThat(flood).isNotNull();
            deaf.close();
            rig.smsc.bound();
        }
    }

    @Test
    void refusal_because_of_an_older_session_backs_off_for_longer() {
        try (Rig rig = Rig.start(t -> reconnect(t, 60, 10_000))) {
            RawSmsc.Link refused = rig.smsc.accept();
            refused.write(Pdus.bindResponse(refused.read(), CommandStatus.ESME_RALYBND));

            // 8 x 60 ms, less the jitter of a quarter
            assertThat(rig.smsc.isLeftAlone(300)).isTrue();
            rig.smsc.bound();
            assertThat(rig.counts.ends).containsExactly(EndReason.ALREADY_BOUND);
            assertThat(rig.status().lastEnd())
                    .extracting(LastEnd::reason)
                    .isEqualTo(EndReason.ALREADY_BOUND);
        }
    }

    @Test
    void bind_has_one_session_at_a_time() {
        try (Rig rig = Rig.start(t -> reconnect(t, 1, 1))) {
            rig.smsc.bound().close();
            rig.smsc.bound();
            assertThat(rig.smsc.isLeftAlone(200)).isTrue();
        }
    }

    @Test
    void end_of_one_session_leaves_the_others_alone() {
        try (Rig rig = Rig.idle();
                RawSmsc other = new RawSmsc()) {
            rig.carriers.start(
                    java.util.List.of(
                            Rig.carrier(
                                    Rig.bind("b1", rig.smsc.port(), _ -> {}),
                                    Rig.bind("b2", other.port(), _ -> {}))));
            RawSmsc.Link good = rig.smsc.bound();
            RawSmsc.Link bad = other.bound();
            bad.write(new byte[] {0x7f, -1, -1, -1, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 1});
            assertThat(bad.isClosedByGateway()).isTrue();

            good.write(Pdus.deliverSm(1, "still here"));
            assertThat(good.read().commandStatus()).isEqualTo(CommandStatus.ESME_ROK);
            assertThat(rig.counts.ends).containsExactly(EndReason.BAD_COMMAND_LENGTH);
        }
    }

    @Test
    void missing_password_file_is_told_and_tried_again() throws java.io.IOException {
        try (Rig rig = Rig.idle()) {
            BindSettings bind = Rig.bind("b1", rig.smsc.port(), _ -> {});
            java.nio.file.Files.delete(bind.passwordFile());
            rig.carriers.start(java.util.List.of(Rig.carrier(bind)));
            await().until(() -> rig.counts.ends.contains(EndReason.PASSWORD_UNREADABLE));

            java.nio.file.Files.writeString(bind.passwordFile(), "rotated\n");
            RawSmsc.Link link = rig.smsc.accept();
            assertThat(
                            new String(
                                    link.read().pdu().array(),
                                    java.nio.charset.StandardCharsets.ISO_8859_1))
                    .contains("inlet\0rotated\0");
        }
    }

    @Test
    void clock_that_is_set_back_ends_the_session_in_good_manners() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "before"));
            link.read();
            rig.clock.set(InstantSource.offset(InstantSource.system(), Duration.ofHours(-1)));
            link.answer(link.read());
            assertThat(link.isClosedByGateway()).isTrue();

            RawSmsc.Link next = rig.smsc.bound();
            next.write(Pdus.deliverSm(1, "after"));
            next.read();
            assertThat(rig.inbox.segments().getLast().receivedAt())
                    .isBefore(rig.inbox.segments().getFirst().receivedAt());
            assertThat(rig.counts.ends).containsExactly(EndReason.CLOCK_SET_BACK);
        }
    }

    @Test
    void status_tells_where_the_bind_stands() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link link = rig.smsc.bound();
            link.write(Pdus.deliverSm(1, "counted"));
            link.read();
            await().untilAsserted(() -> {
                BindStatus status = rig.status();
                assertThat(status.carrier()).isEqualTo("acme");
                assertThat(status.bind()).isEqualTo("b1");
                assertThat(status.state()).isEqualTo(BindState.BOUND);
                assertThat(status.traffic().received()).isEqualTo(1);
                assertThat(status.traffic().unanswered()).isZero();
                assertThat(status.lastEnd()).isNull();
            });
            Segment segment = rig.inbox.segments().getFirst();
            assertThat(rig.status().traffic().lastMessageAt()).isEqualTo(segment.receivedAt());
        }
    }

    private static void enquireLink(Rig.Timers timers, int intervalMillis, int answerMillis) {
        timers.enquireLinkMillis = intervalMillis;
        timers.enquireLinkAnswerMillis = answerMillis;
    }

    private static void reconnect(Rig.Timers timers, int firstMillis, int mostMillis) {
        timers.reconnectFirstMillis = firstMillis;
        timers.reconnectMostMillis = mostMillis;
    }

    // Other tests bind at the same time.
    private static List<String> of(LoggedLines log, String bind) {
        return log.lines().stream().filter(line -> line.contains(" bind=" + bind + " ")).toList();
    }
}
