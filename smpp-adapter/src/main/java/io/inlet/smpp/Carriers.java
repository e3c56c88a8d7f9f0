package io.inlet.smpp;

import io.inlet.smpp.trace.PduRing;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All carriers: keeps every configured bind up and hands what comes to the {@link Inbox}. The
 * wiring starts and closes it once; {@link #status} is for any thread.
 */
public final class Carriers implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Carriers.class);

    private final CarrierPorts ports;
    private final SessionLedger ledger;
    private final EventLoopGroup loops;
    private final List<Bind> binds = new ArrayList<>();
    private Duration longestStop = Duration.ofSeconds(1);

    /**
     * Makes the threads; nothing is connected yet.
     *
     * @param eventLoops threads for the network, 1 to 16; one carries some 100,000 messages a
     *     second
     */
    public Carriers(CarrierPorts ports, int eventLoops) {
        Expect.between("eventLoops", 1, eventLoops, 16);
        this.ports = ports;
        this.ledger = new SessionLedger(ports.sessions());
        this.loops =
                new MultiThreadIoEventLoopGroup(
                        eventLoops, new DefaultThreadFactory("smpp"), NioIoHandler.newFactory());
    }

    /**
     * Begins to bring all binds up, and returns at once. Each connects when the store has named it.
     *
     * @throws IllegalArgumentException if two carriers have one name
     */
    public void start(List<CarrierSettings> carriers) {
        Expect.distinct("carriers", carriers.stream().map(CarrierSettings::name).toList());
        ledger.start();
        for (CarrierSettings carrier : carriers) {
            for (BindSettings settings : carrier.binds()) {
                var context = context(carrier, settings);
                binds.add(new Bind(context, loops.next()));
                longestStop = longer(longestStop, settings.timers());
            }
        }
        binds.forEach(Bind::start);
    }

    private BindContext context(CarrierSettings carrier, BindSettings bind) {
        var log = new BindLog(carrier.name(), bind.name(), ports.clock());
        return new BindContext(
                carrier, bind, ports, ledger, new Tally(), log, new PduRing(ports.clock()));
    }

    private static Duration longer(Duration longest, BindTimers timers) {
        Duration stop = timers.responseBudget().plus(timers.unbind()).plusSeconds(3);
        return stop.compareTo(longest) > 0 ? stop : longest;
    }

    /** How each bind is doing, in the order of the configuration. */
    public List<BindStatus> status() {
        return binds.stream().map(Bind::status).toList();
    }

    /** What passed over a bind last, or null if there is no such bind. */
    public @Nullable PduRing trace(String carrier, String bind) {
        return binds.stream()
                .filter(it -> it.isNamed(carrier, bind))
                .map(Bind::trace)
                .findFirst()
                .orElse(null);
    }

    /**
     * Stops reading, waits until the intake has answered what it has and the answers are out,
     * unbinds and closes. Takes the longest response budget and unbind timer at most, and some
     * seconds. The intake must still be running.
     */
    @Override
    public void close() {
        CompletableFuture<?>[] stops =
                binds.stream().map(Bind::stop).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(stops).get(longestStop.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.warn("not every bind ended in time; carriers will send again what they must", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ledger.close();
        var _ =
                loops.shutdownGracefully(0, 2, TimeUnit.SECONDS)
                        .awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}
