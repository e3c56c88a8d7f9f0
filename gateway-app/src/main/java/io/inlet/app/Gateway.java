package io.inlet.app;

import io.inlet.config.Settings;
import io.inlet.http.ConsumerServer;
import io.inlet.http.OpsServer;
import io.inlet.intake.Intake;
import io.inlet.persistence.PostgresMessageReader;
import io.inlet.smpp.Carriers;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * A running gateway. Everything is made here, top to bottom, and ends in the opposite order: binds
 * stop reading, the intake drains, responses flush, listeners end their waits, the database closes.
 */
final class Gateway implements AutoCloseable {
    private final CloseStack stack;
    private final Listeners listeners;
    private final Intake intake;

    private Gateway(CloseStack stack, Listeners listeners, Intake intake) {
        this.stack = stack;
        this.listeners = listeners;
        this.intake = intake;
    }

    /**
     * Starts a gateway; binds come up after this returns.
     *
     * @param progress told what is going on, in a few words each
     * @throws RuntimeException with one sentence for the operator, if it cannot start; nothing is
     *     left running then
     */
    static Gateway start(Settings settings, Consumer<String> progress) {
        CloseStack stack = new CloseStack();
        try {
            return start(settings, progress, stack);
        } catch (Throwable t) {
            stack.close();
            throw t;
        }
    }

    /**
     * The same on the caller's stack, so that another thread can end a start half-way. The caller
     * closes it, also after a failure.
     */
    static Gateway start(Settings settings, Consumer<String> progress, CloseStack stack) {
        InstantSource clock = InstantSource.system();
        Metrics metrics = stack.push("metrics", new Metrics());
        Storage storage = Storage.open(settings, clock, progress, stack);
        Wiring wiring = new Wiring(settings, clock, metrics, storage);

        PostgresMessageReader reader = stack.push("message reader", wiring.reader());
        Intake intake = stack.push("intake", wiring.intake());
        Carriers carriers = wiring.carriers(intake);
        GatewayReadiness readiness = wiring.readiness(intake);
        ConsumerServer http = wiring.http(reader, readiness);
        OpsServer ops = wiring.ops(carriers, readiness);
        metrics.watch(intake::depth, http::openWaits);

        Listeners listeners = stack.push("listeners", new Listeners(http, ops));
        listeners.start();
        stack.push("binds", carriers);
        carriers.start(settings.carriers());
        return new Gateway(stack, listeners, intake);
    }

    /** The port of the consumers' listener. */
    int httpPort() {
        return listeners.http().port();
    }

    /** The port of the operators' listener. */
    int opsPort() {
        return listeners.ops().port();
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
