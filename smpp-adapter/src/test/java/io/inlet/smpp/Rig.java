package io.inlet.smpp;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Carriers on loopback against a raw SMSC, with everything they need in memory and quick timers.
 */
final class Rig implements AutoCloseable {
    final RawSmsc smsc = new RawSmsc();
    final ScriptedInbox inbox = new ScriptedInbox();
    final SessionEvents sessions = new SessionEvents();
    final Counts counts = new Counts();
    final AtomicReference<InstantSource> clock = new AtomicReference<>(InstantSource.system());
    final Carriers carriers;

    private Rig() {
        this.carriers =
                new Carriers(
                        new CarrierPorts(
                                inbox,
                                sessions,
                                counts,
                                () -> clock.get().instant(),
                                CarrierPorts.REDELIVERY_HORIZON),
                        1);
    }

    /** One bind with quick timers. */
    static Rig start() {
        return start(_ -> {});
    }

    static Rig start(Consumer<Timers> change) {
        Rig rig = new Rig();
        rig.carriers.start(List.of(carrier(bind("b1", rig.smsc.port(), change))));
        return rig;
    }

    static Rig idle() {
        return new Rig();
    }

    static CarrierSettings carrier(BindSettings... binds) {
        return new CarrierSettings(
                "acme",
                TemporaryStatus.ESME_RMSGQFUL,
                TemporaryStatus.ESME_RSYSERR,
                UnreadableStatus.ESME_ROK,
                false,
                List.of(binds));
    }

    static BindSettings bind(String name, int port, Consumer<Timers> change) {
        return BindForm.to(
                port,
                form -> {
                    form.name = name;
                    change.accept(form.timers);
                });
    }

    /** Comes up with one bind to the raw SMSC, as the form says. */
    static Rig startWith(Consumer<BindForm> filled) {
        Rig rig = new Rig();
        rig.carriers.start(List.of(carrier(BindForm.to(rig.smsc.port(), filled))));
        return rig;
    }

    BindStatus status() {
        return carriers.status().getFirst();
    }

    /** How the last session or attempt of the first bind ended; waits for one. */
    LastEnd lastEnd() {
        return Objects.requireNonNull(await().until(() -> status().lastEnd(), Objects::nonNull));
    }

    @Override
    public void close() {
        sessions.goOn();
        smsc.close();
        carriers.close();
    }

    /** Timers to change before the start. */
    static final class Timers {
        int connectMillis = 5_000;
        int bindResponseMillis = 5_000;
        int enquireLinkMillis = 20_000;
        int enquireLinkAnswerMillis = 5_000;
        int proofMillis = 20_000;
        int responseBudgetMillis = 3_000;
        int inactivityMillis = 0;
        int pduReadMillis = 5_000;
        int writeMillis = 5_000;
        int reconnectFirstMillis = 20;
        int reconnectMostMillis = 200;

        BindTimers build() {
            return new BindTimers(
                    Duration.ofMillis(connectMillis),
                    Duration.ofMillis(bindResponseMillis),
                    Duration.ofMillis(enquireLinkMillis),
                    Duration.ofMillis(enquireLinkAnswerMillis),
                    Duration.ofMillis(Math.min(proofMillis, enquireLinkMillis)),
                    Duration.ofMillis(responseBudgetMillis),
                    Duration.ofMillis(inactivityMillis),
                    Duration.ofMillis(pduReadMillis),
                    Duration.ofMillis(writeMillis),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(reconnectFirstMillis),
                    Duration.ofMillis(reconnectMostMillis));
        }
    }
}
