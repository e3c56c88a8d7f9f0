package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.inlet.sms.BindName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Operators' commands and other settings, while everything runs. */
class ControlTest {
    private static final BindName B1 = new BindName("acme", "b1");
    private static final BindName B2 = new BindName("acme", "b2");

    @Test
    void drained_bind_hands_over_its_last_answers_unbinds_and_stays_away() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link link = rig.smsc.bound();
            rig.inbox.hold();
            link.write(Pdus.deliverSm(1, "last"));
            ScriptedInbox.Held held = rig.inbox.next();
            var outcome = rig.carriers.drain(B1);
            assertThat(link.poll(100)).isNull();
            held.store();
            assertThat(link.read().commandId()).isEqualTo(CommandId.DELIVER_SM | Pdus.RESPONSE);
            link.answer(link.read());

            assertThat(get(outcome)).isEqualTo(new ControlOutcome.Done(BindState.DRAINED));
            assertThat(rig.smsc.isLeftAlone(200)).isTrue();
            assertThat(rig.status().state()).isEqualTo(BindState.DRAINED);
            assertThat(rig.lastEnd().reason()).isEqualTo(EndReason.DRAINED);
        }
    }

    @Test
    void disabled_bind_leaves_without_waiting_for_the_intake() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link link = rig.smsc.bound();
            rig.inbox.hold();
            link.write(Pdus.deliverSm(1, "never answered"));
            rig.inbox.next();
            var outcome = rig.carriers.disable(B1);
            Frame.Pdu unbind = link.read();
            assertThat(unbind.commandId()).isEqualTo(CommandId.UNBIND);
            link.answer(unbind);
            assertThat(get(outcome)).isEqualTo(new ControlOutcome.Done(BindState.DISABLED));
            assertThat(rig.lastEnd().reason()).isEqualTo(EndReason.DISABLED);
            assertThat(rig.smsc.isLeftAlone(200)).isTrue();
        }
    }

    @Test
    void disable_does_not_wait_for_a_drain_under_way() {
        try (Rig rig = Rig.start(t -> t.responseBudgetMillis = 20_000)) {
            RawSmsc.Link link = rig.smsc.bound();
            rig.inbox.hold();
            link.write(Pdus.deliverSm(1, "stuck"));
            rig.inbox.next();
            var drain = rig.carriers.drain(B1);
            assertThat(link.poll(100)).isNull();
            var disable = rig.carriers.disable(B1);
            link.answer(link.read());
            assertThat(get(drain)).isEqualTo(new ControlOutcome.Superseded());
            assertThat(get(disable)).isEqualTo(new ControlOutcome.Done(BindState.DISABLED));
        }
    }

    @Test
    void enabled_bind_comes_back() {
        try (Rig rig = Rig.startWith(form -> form.enabled = false)) {
            assertThat(get(rig.carriers.enable(B1))).isInstanceOf(ControlOutcome.Done.class);
            rig.smsc.bound();
            await().until(() -> rig.status().state() == BindState.BOUND);
            assertThat(get(rig.carriers.enable(B1)))
                    .isEqualTo(new ControlOutcome.Done(BindState.BOUND));
        }
    }

    @Test
    void bind_that_is_enabled_while_it_drains_comes_back_once_it_has() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link link = rig.smsc.bound();
            await().until(() -> rig.status().state() == BindState.BOUND);
            var drain = rig.carriers.drain(B1);
            Frame.Pdu unbind = link.read();
            var enable = rig.carriers.enable(B1);
            assertThat(rig.smsc.isLeftAlone(100)).isTrue();
            link.answer(unbind);
            rig.smsc.bound();
            assertThat(get(drain)).isEqualTo(new ControlOutcome.Superseded());
            assertThat(get(enable)).isInstanceOf(ControlOutcome.Done.class);
        }
    }

    @Test
    void bind_reconnects_at_once_with_its_password_read_anew() throws Exception {
        try (Rig rig = Rig.idle()) {
            BindSettings settings =
                    BindForm.to(
                            rig.smsc.port(),
                            form -> {
                                form.timers.reconnectFirstMillis = 60_000;
                                form.timers.reconnectMostMillis = 60_000;
                            });
            rig.carriers.start(List.of(Rig.carrier(settings)));
            RawSmsc.Link link = rig.smsc.bound();
            await().until(() -> rig.status().state() == BindState.BOUND);
            java.nio.file.Files.writeString(settings.passwordFile(), "renewed\n");
            var outcome = rig.carriers.reconnect(B1);
            link.answer(link.read());
            assertThat(get(outcome)).isEqualTo(new ControlOutcome.Done(BindState.CONNECTING));
            assertThat(rig.counts.ends).containsExactly(EndReason.RECONNECTED);
            RawSmsc.Link next = rig.smsc.accept();
            assertThat(
                            new String(
                                    next.read().pdu().array(),
                                    java.nio.charset.StandardCharsets.ISO_8859_1))
                    .contains("inlet\0renewed\0");
            next.close();

            // It waits a minute now, but for this.
            await().until(() -> rig.status().state() == BindState.WAITING);
            get(rig.carriers.reconnect(B1));
            rig.smsc.bound();
        }
    }

    @Test
    void commands_that_cannot_be_done_say_why() {
        Rig rig = Rig.startWith(form -> form.enabled = false);
        assertThat(get(rig.carriers.reconnect(B1)))
                .isEqualTo(new ControlOutcome.NotEnabled(BindState.DISABLED));
        assertThat(get(rig.carriers.drain(B2))).isEqualTo(new ControlOutcome.UnknownBind());
        rig.carriers.close();
        assertThat(get(rig.carriers.enable(B1))).isEqualTo(new ControlOutcome.Stopped());
        rig.close();
    }

    @Test
    void plan_names_what_is_added_changed_removed_and_untouched() {
        BindSettings b1 = bind("b1", 1, _ -> {});
        BindSettings b2 = bind("b2", 1, _ -> {});
        BindSettings b3 = bind("b3", 1, _ -> {});
        CarrierSettings before = Rig.carrier(b1, b2, b3);
        BindSettings other = copy(b2, form -> form.systemId = "other");
        CarrierSettings after = Rig.carrier(bind("b4", 1, _ -> {}), b1, other);

        assertThat(Carriers.plan(List.of(before), List.of(after)))
                .extracting(change -> change.name().bind() + " " + change.kind())
                .containsExactly("b4 ADDED", "b1 UNTOUCHED", "b2 CHANGED", "b3 REMOVED");
    }

    @Test
    void change_of_a_carrier_is_a_change_of_all_its_binds() {
        BindSettings b1 = bind("b1", 1, _ -> {});
        CarrierSettings before = Rig.carrier(b1);
        CarrierSettings after =
                new CarrierSettings(
                        before.name(),
                        TemporaryStatus.ESME_RTHROTTLED,
                        before.faultStatus(),
                        before.unreadableStatus(),
                        before.simulated(),
                        before.binds());
        assertThat(Carriers.plan(List.of(before), List.of(after)))
                .extracting(BindChange::kind)
                .containsExactly(BindChange.Kind.CHANGED);
    }

    @Test
    void changed_bind_comes_up_with_its_new_settings_and_the_untouched_keeps_its_session() {
        try (Rig rig = Rig.idle();
                RawSmsc other = new RawSmsc()) {
            BindSettings b1 = bind("b1", rig.smsc.port(), _ -> {});
            BindSettings b2 = bind("b2", other.port(), _ -> {});
            rig.carriers.start(List.of(Rig.carrier(b1, b2)));
            RawSmsc.Link old = rig.smsc.bound();
            RawSmsc.Link untouched = other.bound();
            await().until(() -> rig.status().state() == BindState.BOUND);

            BindSettings changed = copy(b1, form -> form.systemId = "inlet2");
            List<AppliedChange> applied = rig.carriers.apply(List.of(Rig.carrier(changed, b2)));
            old.answer(old.read());
            Frame.Pdu bind = rig.smsc.accept().read();
            assertThat(new String(bind.pdu().array(), java.nio.charset.StandardCharsets.US_ASCII))
                    .contains("inlet2");
            assertThat(applied)
                    .extracting(it -> it.change().kind())
                    .containsExactly(BindChange.Kind.CHANGED, BindChange.Kind.UNTOUCHED);
            assertThat(get(applied.getFirst().outcome())).isInstanceOf(ControlOutcome.Done.class);
            assertThat(rig.counts.ends).containsExactly(EndReason.SETTINGS_CHANGED);
            untouched.write(Pdus.deliverSm(1, "untouched"));
            assertThat(untouched.read().commandStatus()).isZero();
        }
    }

    @Test
    void refusal_of_other_settings_is_told_although_one_of_the_former_was() {
        try (Rig rig = Rig.idle()) {
            BindSettings b1 =
                    bind(
                            "b1",
                            rig.smsc.port(),
                            form -> {
                                form.timers.reconnectFirstMillis = 60_000;
                                form.timers.reconnectMostMillis = 60_000;
                            });
            rig.carriers.start(List.of(Rig.carrier(b1)));
            refuse(rig);
            rig.carriers.apply(List.of(Rig.carrier(copy(b1, form -> form.systemId = "other"))));
            refuse(rig);
            await().untilAsserted(() ->
                    assertThat(rig.sessions.events(SessionEvents.Event.Missed.class))
                            .extracting(SessionEvents.Event.Missed::reason)
                            .containsExactly("bind_refused", "bind_refused"));
        }
    }

    /** Until the bind waits for its next attempt. */
    private static void refuse(Rig rig) {
        RawSmsc.Link link = rig.smsc.accept();
        link.write(Pdus.bindResponse(link.read(), CommandStatus.ESME_RBINDFAIL));
        await().until(() -> rig.status().state() == BindState.WAITING);
    }

    @Test
    void removed_bind_unbinds_and_goes_and_may_come_back() {
        try (Rig rig = Rig.idle()) {
            BindSettings b1 = bind("b1", rig.smsc.port(), _ -> {});
            rig.carriers.start(List.of(Rig.carrier(b1)));
            RawSmsc.Link link = rig.smsc.bound();
            await().until(() -> rig.status().state() == BindState.BOUND);
            var removed = rig.carriers.apply(List.of()).getFirst();
            Frame.Pdu unbind = link.read();
            assertThat(rig.status().state()).isEqualTo(BindState.UNBINDING);
            assertThat(get(rig.carriers.enable(B1))).isEqualTo(new ControlOutcome.UnknownBind());
            link.answer(unbind);
            assertThat(get(removed.outcome()))
                    .isEqualTo(new ControlOutcome.Done(BindState.STOPPED));
            await().until(() -> rig.carriers.status().isEmpty());
            assertThat(rig.counts.ends).containsExactly(EndReason.BIND_REMOVED);
            assertThat(rig.smsc.isLeftAlone(100)).isTrue();

            rig.carriers.apply(List.of(Rig.carrier(b1)));
            rig.smsc.bound();
        }
    }

    @Test
    void bind_that_is_configured_again_while_it_goes_waits_for_its_own_end() {
        try (Rig rig = Rig.idle()) {
            BindSettings b1 = bind("b1", rig.smsc.port(), _ -> {});
            rig.carriers.start(List.of(Rig.carrier(b1)));
            RawSmsc.Link link = rig.smsc.bound();
            await().until(() -> rig.status().state() == BindState.BOUND);
            rig.carriers.apply(List.of());
            Frame.Pdu unbind = link.read();
            var again = rig.carriers.apply(List.of(Rig.carrier(b1))).getFirst();
            assertThat(again.change().kind()).isEqualTo(BindChange.Kind.ADDED);
            assertThat(rig.smsc.isLeftAlone(100)).isTrue();
            link.answer(unbind);
            rig.smsc.bound();
            assertThat(rig.carriers.status()).hasSize(1);
        }
    }

    @Test
    void settings_that_are_refused_change_nothing() {
        try (Rig rig = Rig.start()) {
            rig.smsc.bound();
            CarrierSettings one = Rig.carrier(bind("b1", 1, _ -> {}));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rig.carriers.apply(List.of(one, one)));
            assertThat(rig.counts.ends).isEmpty();
        }
    }

    @Test
    void however_commands_follow_each_other_there_is_one_session_at_a_time() {
        try (OneSessionSmsc smsc = new OneSessionSmsc();
                Rig rig = Rig.idle()) {
            BindSettings settings = bind("b1", smsc.port(), form -> calling(form));
            BindSettings other = copy(settings, form -> form.systemId = "other");
            rig.carriers.start(List.of(Rig.carrier(settings)));
            List<Thread> operators = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                SplittableRandom chance = new SplittableRandom(i);
                operators.add(
                        Thread.ofPlatform().start(() -> hammer(rig, chance, settings, other)));
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> operators.stream().noneMatch(Thread::isAlive));
            rig.carriers.apply(List.of(Rig.carrier(settings)));
            get(rig.carriers.enable(B1));
            await().until(() -> rig.status().state() == BindState.BOUND);

            assertThat(smsc.mostAtOnce).hasValue(1);
            assertThat(smsc.sessions.get()).isGreaterThan(20);
        }
    }

    private static void calling(BindForm form) {
        form.localAddress = "127.0.0.1";
        form.timers.reconnectFirstMillis = 1;
    }

    private static void hammer(
            Rig rig, SplittableRandom chance, BindSettings one, BindSettings other) {
        List<CompletableFuture<ControlOutcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            switch (chance.nextInt(8)) {
                case 0 -> outcomes.add(rig.carriers.disable(B1));
                case 1 -> outcomes.add(rig.carriers.drain(B1));
                case 2, 3 -> outcomes.add(rig.carriers.enable(B1));
                case 4 -> rig.carriers.apply(List.of());
                case 5 -> rig.carriers.apply(List.of(Rig.carrier(one)));
                case 6 -> rig.carriers.apply(List.of(Rig.carrier(other)));
                default -> outcomes.add(rig.carriers.reconnect(B1));
            }
            // Commands meet a link in all its phases.
            LockSupport.parkNanos(chance.nextInt(40_000_000));
            if (chance.nextInt(3) == 0) {
                outcomes.forEach(ControlTest::get);
                outcomes.clear();
            }
        }
        outcomes.forEach(ControlTest::get);
    }

    private static BindSettings bind(String name, int port, Consumer<BindForm> filled) {
        return BindForm.to(
                port,
                form -> {
                    form.name = name;
                    filled.accept(form);
                });
    }

    private static BindSettings copy(BindSettings settings, Consumer<BindForm> filled) {
        return BindForm.of(form -> {
            form.name = settings.name();
            form.hosts = settings.hosts();
            form.passwordFile = settings.passwordFile();
            form.localAddress = settings.localAddress();
            filled.accept(form);
        });
    }

    private static ControlOutcome get(CompletableFuture<ControlOutcome> outcome) {
        try {
            return outcome.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("a command has no outcome", e);
        }
    }
}
