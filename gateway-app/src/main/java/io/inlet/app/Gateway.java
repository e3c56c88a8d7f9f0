package io.inlet.app;

import io.inlet.config.Settings;
import io.inlet.http.ConsumerServer;
import io.inlet.http.OpsServer;
import io.inlet.intake.Intake;
import io.inlet.persistence.HoldKeeper;
import io.inlet.persistence.OverdueMessages;
import io.inlet.persistence.PostgresMessageReader;
import io.inlet.persistence.PostgresMessages;
import io.inlet.smpp.CarrierSettings;
import io.inlet.smpp.Carriers;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * A running gateway. {@link Storage} opens what it stands on, {@link Wiring} makes its parts, and
 * here they are put on the close stack and started, top to bottom. They end in the opposite order:
 * binds stop reading, the intake drains, responses flush, listeners end their waits, the database
 * closes.
 */
final class Gateway implements AutoCloseable {
    private final CloseStack stack;
    private final Listeners listeners;
    private final Intake intake;
    private final LiveConfiguration configuration;

    private Gateway(
            CloseStack stack, Listeners listeners, Intake intake, LiveConfiguration configuration) {
        this.stack = stack;
        this.listeners = listeners;
        this.intake = intake;
        this.configuration = configuration;
    }

    /**
     * Starts a gateway; binds come up after this returns.
     *
     * @param progress told what is going on, in a few words each
     * @throws RuntimeException with one sentence for the operator, if it cannot start; nothing is
     *     left running then
     */
    static Gateway start(Launch launch, Consumer<String> progress) {
        CloseStack stack = new CloseStack();
        try {
            return start(launch, progress, stack);
        } catch (Throwable t) {
            stack.close();
            throw t;
        }
    }

    /**
     * The same on the caller's stack, so that another thread can end a start half-way. The caller
     * closes it, also after a failure.
     */
    static Gateway start(Launch launch, Consumer<String> progress, CloseStack stack) {
        Settings settings = launch.settings();
        InstantSource clock = InstantSource.system();
        Metrics metrics = stack.push("metrics", new Metrics());
        SandboxBind sandbox = stack.push("sandbox", SandboxBind.start(settings));
        List<CarrierSettings> carriersWanted = sandbox.beside(settings.carriers());
        Storage storage =
                Storage.open(new Storage.Need(settings, carriersWanted, clock), progress, stack);
        Wiring wiring = new Wiring(launch, clock, metrics, storage);

        PostgresMessageReader reader = stack.push("message reader", wiring.reader());
        PostgresMessages messages = wiring.messages();
        Intake intake = stack.push("intake", wiring.intake(messages));
        OverdueMessages overdue = stack.push("overdue messages", wiring.overdue(messages));
        HoldKeeper holds = stack.push("holds", wiring.holds());
        Carriers carriers = wiring.carriers(intake);
        LiveConfiguration configuration =
                new LiveConfiguration(launch, storage.binds(), carriers, sandbox);
        RunningBinds binds = wiring.binds(carriers);
        GatewayReadiness readiness = wiring.readiness(intake);
        // Operators can watch the consumers' requests end.
        OpsServer ops =
                stack.push(
                        "operators' listener",
                        wiring.ops(binds, configuration, readiness, messages));
        ConsumerServer http =
                stack.push(
                        "consumers' listener", wiring.http(reader, readiness, sandbox.carrier()));
        metrics.watch(intake::depth, http::openWaits);

        Listeners listeners = new Listeners(http, ops);
        listeners.start();
        overdue.start();
        holds.start();
        stack.push("binds", carriers);
        carriers.start(carriersWanted);
        stack.push("bind watch", wiring.watch(binds)).start();
        stack.push("pool watch", wiring.poolWatch()).start();
        return new Gateway(stack, listeners, intake, configuration);
    }

    /** The port of the consumers' listener. */
    int httpPort() {
        return listeners.http().port();
    }

    /** The port of the operators' listener. */
    int opsPort() {
        return listeners.ops().port();
    }

    /** Its files, to be read again. */
    LiveConfiguration configuration() {
        return configuration;
    }

    /** Whether it can still do its work; asked by the watchdog, answers at once. */
    boolean isAlive() {
        return intake.isAlive();
    }

    @Override
    public void close() {
        stack.close();
    }
}
