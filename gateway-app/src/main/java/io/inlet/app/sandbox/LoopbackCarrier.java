package io.inlet.app.sandbox;

import io.inlet.sandbox.SandboxCarrier;
import io.inlet.sandbox.SandboxMessage;
import io.inlet.sandbox.SendOutcome;
import io.inlet.simulator.LedgerCounts;
import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.message.OutgoingMessage;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The gateway's own simulated carrier: an SMSC on a free port of the loopback interface, to which
 * only who knows its password can bind. Any thread.
 */
public final class LoopbackCarrier implements SandboxCarrier, AutoCloseable {
    /** PDUs that wait for their delay, for a session or for their answer, some 500 octets each. */
    private static final int MOST_UNDER_WAY = 10_000;

    private final ScriptedSmsc smsc;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("sandbox").daemon().factory());
    private final AtomicInteger delayed = new AtomicInteger();

    private LoopbackCarrier(ScriptedSmsc smsc) {
        this.smsc = smsc;
    }

    /**
     * Begins to listen.
     *
     * @param systemId who may bind
     * @param password its password
     * @throws IOException if there is no port to be had
     */
    public static LoopbackCarrier start(String systemId, String password) throws IOException {
        return new LoopbackCarrier(
                ScriptedSmsc.start(SmscSettings.DEFAULT.withAccount(systemId, password)));
    }

    /** The port it listens on. */
    public int port() {
        return smsc.port();
    }

    @Override
    public SendOutcome send(SandboxMessage message) {
        return switch (Draft.of(message)) {
            case Draft.Refused refused -> refused.why();
            case Draft.Written written -> send(written, message.faults().delay().toMillis());
        };
    }

    // Who counts and who adds are not one step: a few threads may go over the bound by a few.
    private SendOutcome send(Draft.Written written, long delayMillis) {
        OutgoingMessage message = written.message();
        int pdus = message.pdus().size();
        if (underWay() + pdus > MOST_UNDER_WAY) {
            return new SendOutcome.Congested();
        }
        if (delayMillis == 0) {
            smsc.send(message);
        } else {
            delayed.addAndGet(pdus);
            var _ =
                    timer.schedule(
                            () -> {
                                smsc.send(message);
                                delayed.addAndGet(-pdus);
                            },
                            delayMillis,
                            TimeUnit.MILLISECONDS);
        }
        return written.sent();
    }

    private long underWay() {
        LedgerCounts counts = smsc.ledger().counts();
        return delayed.get() + counts.handed() - counts.acknowledged() - counts.lost();
    }

    /** Ends the session and forgets what was not sent. */
    @Override
    public void close() {
        timer.shutdownNow();
        smsc.close();
    }
}
