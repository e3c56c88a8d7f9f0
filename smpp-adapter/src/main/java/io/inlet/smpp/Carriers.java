package io.inlet.smpp;

import io.inlet.smpp.trace.PduRing;
import io.inlet.sms.BindName;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All carriers: keeps every configured bind as it is wished to be and hands what comes to the
 * {@link Inbox}. The wiring starts and closes it once; all else is for any thread and never blocks.
 * However the commands to one bind follow each other, it never has two sessions: each command first
 * has the session end that stands against it, and the last one holds.
 */
public final class Carriers implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Carriers.class);

    private final CarrierPorts ports;
    private final SessionLedger ledger;
    private final EventLoopGroup loops;
    private final Roster roster = new Roster(this::bind);
    private volatile Duration longestStop = Duration.ofSeconds(1);

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
     * Begins to bring all enabled binds up, and returns at once. Each connects when the store has
     * named it.
     *
     * @throws IllegalArgumentException if two carriers have one name
     */
    public void start(List<CarrierSettings> carriers) {
        Plan plan = new Plan(carriers);
        ledger.start();
        apply(plan);
    }

    /**
     * What {@link #apply} would do: for each bind of either configuration, in the order of the next
     * one, those that are removed last. A bind is compared with all its settings and those of its
     * carrier.
     *
     * @throws IllegalArgumentException if two carriers of one configuration have one name
     */
    public static List<BindChange> plan(List<CarrierSettings> running, List<CarrierSettings> next) {
        return new Plan(next).after(new Plan(running));
    }

    /**
     * Puts another configuration in the place of the running one. A bind that differs in anything,
     * be it only how its texts are read, hands over its last answers, unbinds, and comes up with
     * the new settings; whether it does is by {@code enabled}, whatever an operator told it before.
     * One that does not differ keeps its session.
     *
     * @return what is done for each bind, as {@link #plan} orders them
     * @throws IllegalArgumentException if two carriers have one name; nothing has changed then
     */
    public List<AppliedChange> apply(List<CarrierSettings> carriers) {
        return apply(new Plan(carriers));
    }

    private List<AppliedChange> apply(Plan plan) {
        plan.names().forEach(name -> allowStop(plan.slot(name).binds().getFirst().timers()));
        return roster.apply(plan);
    }

    private synchronized void allowStop(BindTimers timers) {
        Duration stop = timers.responseBudget().plus(timers.unbind()).plusSeconds(3);
        longestStop = stop.compareTo(longestStop) > 0 ? stop : longestStop;
    }

    private Bind bind(CarrierSettings carrier) {
        BindSettings bind = carrier.binds().getFirst();
        var bindLog = new BindLog(carrier.name(), bind.name(), ports.clock());
        var tally = new Tally(ports.observer(), System::nanoTime);
        var context =
                new BindContext(
                        carrier, bind, ports, ledger, tally, bindLog, new PduRing(ports.clock()));
        return new Bind(context, loops.next());
    }

    /**
     * Has a bind come up and stay up, until the next start or until its settings change.
     *
     * @return completes when the slot is free and the first attempt begins, or at once if the bind
     *     is enabled; {@code Done}, {@code UnknownBind}, {@code Superseded} or {@code Stopped}
     */
    public CompletableFuture<ControlOutcome> enable(BindName name) {
        return control(name, Bind.Command.ENABLE);
    }

    /**
     * Has a bind unbind and stay away until it is enabled, without waiting for answers that the
     * intake still owes: the carrier sends those messages again. For a bind in trouble; {@link
     * #drain} is the polite way.
     *
     * @return completes when its session has ended; outcomes as for {@link #enable}
     */
    public CompletableFuture<ControlOutcome> disable(BindName name) {
        return control(name, Bind.Command.DISABLE);
    }

    /**
     * Has a bind stop reading, hand over its last answers within the response budget, unbind, and
     * stay away until it is enabled.
     *
     * @return completes when its session has ended; outcomes as for {@link #enable}
     */
    public CompletableFuture<ControlOutcome> drain(BindName name) {
        return control(name, Bind.Command.DRAIN);
    }

    /**
     * Has a bind end its session as {@link #drain} does and begin another at once, from its first
     * host, with its password and certificates read anew. One that waits for its next attempt does
     * not wait any longer.
     *
     * @return completes when the next attempt begins; outcomes as for {@link #enable}, or {@code
     *     NotEnabled}
     */
    public CompletableFuture<ControlOutcome> reconnect(BindName name) {
        return control(name, Bind.Command.RECONNECT);
    }

    private CompletableFuture<ControlOutcome> control(BindName name, Bind.Command command) {
        Bind bind = roster.find(name);
        return bind == null
                ? CompletableFuture.completedFuture(new ControlOutcome.UnknownBind())
                : bind.control(command);
    }

    /**
     * How each bind is doing, in the order of the configuration; last those that were removed and
     * have not ended yet.
     */
    public List<BindStatus> status() {
        return roster.status();
    }

    /** What passed over a bind last, or null if there is no such bind. */
    public @Nullable PduRing trace(String carrier, String bind) {
        Bind found = roster.find(new BindName(carrier, bind));
        return found == null ? null : found.trace();
    }

    /**
     * Stops reading, waits until the intake has answered what it has and the answers are out,
     * unbinds and closes. Takes the longest response budget and unbind timer at most, and some
     * seconds. The intake must still be running.
     */
    @Override
    public void close() {
        CompletableFuture<?>[] stops = roster.close().toArray(CompletableFuture<?>[]::new);
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
