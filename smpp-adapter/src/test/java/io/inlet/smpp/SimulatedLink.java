package io.inlet.smpp;

import io.inlet.intake.Disposition;
import io.inlet.sms.Answered;
import io.inlet.sms.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection: the gateway's end with the real window and the real enquire_links, two streams of
 * PDUs that keep their order, and notes of what went over it, for the umpire.
 */
final class SimulatedLink {
    private static final BindTimers TIMERS = BindTimers.DEFAULT;
    private static final Duration TICK = Duration.ofMillis(200);

    final SessionId session;
    final SimulatedGateway gateway;
    private final World world;
    private final SimulatedCarrier carrier;
    private final ArrivalClock clock;
    private final Window window =
            new Window(CarrierPorts.REDELIVERY_HORIZON, TIMERS.responseBudget());
    private final LinkCheck check;

    private final Deque<Runnable> down = new ArrayDeque<>();
    private Instant lastUp = Instant.EPOCH;
    private Instant lastDown = Instant.EPOCH;
    private Instant deafUntil = Instant.EPOCH;
    private long lastHeardNanos;
    private int lastSequence;
    private boolean isOpenHere = true;
    private boolean isOpenThere = true;

    private final List<SimulatedCopy> copies = new ArrayList<>();
    private final List<Enquiry> enquiries = new ArrayList<>();

    private static final class Enquiry {
        final int sequence;
        final Instant sentAt;
        @Nullable Instant answeredAt;
        @Nullable Answered proof;
        @Nullable Instant toldAt;

        Enquiry(int sequence, Instant sentAt) {
            this.sequence = sequence;
            this.sentAt = sentAt;
        }

        boolean isAnsweredInTime() {
            return answeredAt != null && !answeredAt.isAfter(overdueAt());
        }

        Instant overdueAt() {
            return sentAt.plus(TIMERS.enquireLinkAnswer());
        }
    }

    SimulatedLink(
            World world, SimulatedCarrier carrier, SimulatedGateway gateway, SessionId session) {
        this.world = world;
        this.carrier = carrier;
        this.gateway = gateway;
        this.session = session;
        this.clock = new ArrivalClock(() -> world.now().plus(gateway.skew));
        this.check = new LinkCheck(TIMERS, window, clock::next);
        this.lastHeardNanos = world.nanos();
        check.start(world.nanos());
        world.after(TICK, this::tick);
    }

    boolean isOpen() {
        return isOpenHere && isOpenThere;
    }

    // The carrier's end.

    void send(SimulatedCopy copy) {
        up(() -> arrive(copy));
    }

    private void up(Runnable what) {
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

    private void down(Runnable what) {
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
            carrier.lost(this);
        }
    }

    // The gateway's end.

    private void arrive(SimulatedCopy copy) {
        Request request = copy.read(world, clock.next(), window);
        window.add(request);
        copies.add(copy);
        gateway.accept(copy);
    }

    void answer(SimulatedCopy copy, @Nullable Disposition disposition) {
        if (!isOpenHere) {
            return;
        }
        Request request = copy.request();
        request.disposed(disposition);
        int status = request.judge(new Verdict(carrier.settings));
        copy.isAcknowledged = status == CommandStatus.ESME_ROK;
        copy.answeredAt = world.now();
        request.written(world.nanos(), TIMERS.responseBudget());
        window.settle(world.nanos());
        down(() -> carrier.answered(copy, status));
    }

    private void tick() {
        if (!isOpenHere) {
            return;
        }
        switch (check.check(world.nanos(), lastHeardNanos)) {
            case FINE -> {}
            case DUE -> enquire();
            case DEAD -> cut();
        }
        world.after(TICK, this::tick);
    }

    private void enquire() {
        Enquiry enquiry = new Enquiry(++lastSequence, world.now());
        enquiries.add(enquiry);
        check.sent(enquiry.sequence, world.nanos());
        down(() -> up(() -> proven(enquiry)));
    }

    private void proven(Enquiry enquiry) {
        enquiry.answeredAt = world.now();
        Answered answered = check.answered(enquiry.sequence, world.nanos());
        enquiry.proof = answered;
        if (answered != null) {
            gateway.tell(this, answered);
        }
    }

    // The umpire's notes.

    @SuppressWarnings("ReferenceEquality") // this very one
    void told(Answered answered, Instant at) {
        enquiries.stream()
                .filter(enquiry -> enquiry.proof == answered)
                .forEach(enquiry -> enquiry.toldAt = at);
    }

    boolean hasDoubts() {
        return copies.stream()
                .anyMatch(copy -> copy.answeredAt != null && !copy.isAnsweredInTime());
    }

    /**
     * When it and all before it had their answers, or these were late; null if never. That they are
     * late is noticed at once or with the next looks at the time.
     */
    private @Nullable Instant settledAt(SimulatedCopy copy, Duration noticed) {
        if (!copy.isAnsweredInTime()) {
            return null;
        }
        Instant settled = Instant.EPOCH;
        for (SimulatedCopy other : copies) {
            Instant late = other.readAt().plus(TIMERS.responseBudget()).plus(noticed);
            Instant answered = other.answeredAt;
            Instant at = answered == null || answered.isAfter(late) ? late : answered;
            settled = at.isAfter(settled) ? at : settled;
            if (other == copy) {
                return settled;
            }
        }
        throw new AssertionError("not of this link");
    }

    /** Whether by then it was settled, and no enquire_link had failed to prove it. */
    boolean isHeardAt(SimulatedCopy copy, Instant then) {
        Instant settled = settledAt(copy, TICK.multipliedBy(2));
        return settled != null
                && settled.isBefore(then)
                && proofs(copy).stream()
                        .allMatch(proof ->
                                proof.isAnsweredInTime() || proof.overdueAt().isAfter(then));
    }

    /** The enquire_link that will prove it, with those before that may do so too. */
    private List<Enquiry> proofs(SimulatedCopy copy) {
        Instant first = settledAt(copy, Duration.ZERO);
        Instant last = settledAt(copy, TICK.multipliedBy(2));
        List<Enquiry> proofs = new ArrayList<>();
        if (first == null || last == null) {
            return proofs;
        }
        for (Enquiry enquiry : enquiries) {
            if (enquiry.sentAt.isAfter(first)) {
                proofs.add(enquiry);
            }
            if (enquiry.sentAt.isAfter(last)) {
                break;
            }
        }
        return proofs;
    }

    /** Whether the store has word that it is proven. */
    boolean isToldOf(SimulatedCopy copy, Instant now) {
        Instant settled = settledAt(copy, TICK.multipliedBy(2));
        List<Enquiry> proofs = proofs(copy);
        if (settled == null
                || proofs.isEmpty()
                || !proofs.getLast().sentAt.isAfter(settled)
                || !proofs.stream().allMatch(Enquiry::isAnsweredInTime)) {
            return false;
        }
        Instant proof = proofs.getLast().sentAt;
        return enquiries.stream()
                .filter(enquiry -> !enquiry.sentAt.isBefore(proof))
                .anyMatch(enquiry -> enquiry.toldAt != null && enquiry.toldAt.isBefore(now));
    }
}
