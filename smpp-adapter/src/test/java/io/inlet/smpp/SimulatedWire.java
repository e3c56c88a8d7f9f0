package io.inlet.smpp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Two streams of PDUs that keep their order, up to the gateway and down to the carrier. */
final class SimulatedWire {
    private final World world;
    private final Runnable lost;
    private final Deque<Runnable> down = new ArrayDeque<>();
    private Instant lastUp = Instant.EPOCH;
    private Instant lastDown = Instant.EPOCH;
    private Instant deafUntil = Instant.EPOCH;
    private long lastHeardNanos;
    private boolean isOpenHere = true;
    private boolean isOpenThere = true;

    /**
     * @param lost told when the carrier notices its end
     */
    SimulatedWire(World world, Runnable lost) {
        this.world = world;
        this.lost = lost;
        this.lastHeardNanos = world.nanos();
    }

    boolean isOpen() {
        return isOpenHere && isOpenThere;
    }

    /** Whether the gateway has not noticed its end yet. */
    boolean isOpenHere() {
        return isOpenHere;
    }

    /** When the gateway read the last PDU. */
    long lastHeardNanos() {
        return lastHeardNanos;
    }

    void up(Runnable what) {
        lastUp = later(lastUp);
        world.at(
                lastUp,
                () -> {
                    if (isOpenHere) {
                        lastHeardNanos = world.nanos();
                        what.run();
                    }
                });
    }

    private Instant later(Instant last) {
        Instant at = world.now().plus(world.network());
        return at.isAfter(last) ? at : last.plusNanos(1_000);
    }

    /** The carrier sends, but reads nothing for a while. */
    void deafen(Duration time) {
        deafUntil = world.now().plus(time);
        world.at(deafUntil, this::hear);
    }

    void down(Runnable what) {
        lastDown = later(lastDown);
        world.at(
                lastDown,
                () -> {
                    down.add(what);
                    hear();
                });
    }

    private void hear() {
        while (isOpenThere && !world.now().isBefore(deafUntil) && !down.isEmpty()) {
            down.remove().run();
        }
    }

    /** It breaks: each end notices in its own time, and what is on its way may be lost. */
    void cut() {
        world.after(world.network(), () -> isOpenHere = false);
        world.after(world.network(), this::lose);
    }

    /** The gateway is gone at once; the carrier may still read what had left. */
    void kill() {
        isOpenHere = false;
        world.after(world.network(), this::lose);
    }

    private void lose() {
        if (isOpenThere) {
            isOpenThere = false;
            lost.run();
        }
    }
}
