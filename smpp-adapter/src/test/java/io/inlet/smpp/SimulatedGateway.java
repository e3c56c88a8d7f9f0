package io.inlet.smpp;

import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.Deferred;
import io.inlet.sms.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A gateway that commits in its own time and order, fails at it, and dies now and then. */
final class SimulatedGateway {
    private static final int LANES = 2;

    final Duration skew;
    private final World world;
    private final SimulatedStore store;
    private final List<SimulatedLink> links = new ArrayList<>();
    private final Map<Integer, Instant> lanes = new HashMap<>();
    private Instant ledgerFree = Instant.EPOCH;
    private int life;

    SimulatedGateway(World world, SimulatedStore store, Duration skew) {
        this.world = world;
        this.store = store;
        this.skew = skew;
    }

    void add(SimulatedLink link) {
        links.add(link);
    }

    void accept(SimulatedCopy copy) {
        int lane = copy.content % LANES;
        Instant free = lanes.getOrDefault(lane, Instant.EPOCH);
        Instant done = (free.isAfter(world.now()) ? free : world.now()).plus(commitTime());
        lanes.put(lane, done);
        int ofLife = life;
        world.at(done, () -> commit(copy, ofLife));
    }

    private Duration commitTime() {
        int chance = world.upTo(100);
        if (chance < 90) {
            return world.between(Duration.ofMillis(2), Duration.ofMillis(50));
        }
        return world.between(Duration.ZERO, Duration.ofSeconds(chance < 98 ? 14 : 60));
    }

    private void commit(SimulatedCopy copy, int ofLife) {
        boolean isAlive = ofLife == life;
        // A database may finish what a gateway that died has begun.
        int fate = isAlive ? world.upTo(100) : world.percent(30) ? 95 : 99;
        if (fate < 88 || (fate >= 94 && fate < 97)) {
            store.commit(copy);
        }
        if (isAlive) {
            Disposition disposition = disposition(fate);
            world.after(
                    world.between(Duration.ZERO, Duration.ofMillis(20)),
                    () -> copy.link.answer(copy, disposition));
        }
    }

    private static Disposition disposition(int fate) {
        if (fate < 88) {
            return ScriptedInbox.stored();
        }
        return new Deferred(
                fate < 94 ? Deferred.Reason.INTAKE_FULL : Deferred.Reason.OUTCOME_UNKNOWN);
    }

    void tell(SimulatedLink link, Answered answered) {
        Instant begin = ledgerFree.isAfter(world.now()) ? ledgerFree : world.now();
        ledgerFree =
                begin.plus(
                        world.percent(90)
                                ? Duration.ofMillis(5)
                                : world.between(Duration.ZERO, Duration.ofSeconds(5)));
        int ofLife = life;
        world.at(
                ledgerFree,
                () -> {
                    if (ofLife == life) {
                        store.proven(link, answered);
                    }
                });
    }

    /** kill -9: what it knew and did not tell is gone. */
    void die() {
        life++;
        lanes.clear();
        ledgerFree = world.now();
        links.forEach(SimulatedLink::kill);
        links.clear();
    }
}
