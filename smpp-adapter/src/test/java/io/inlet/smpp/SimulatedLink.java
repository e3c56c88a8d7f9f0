package io.inlet.smpp;

import io.inlet.intake.Disposition;
import io.inlet.sms.Answered;
import io.inlet.sms.SessionId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A connection: the gateway's end with the real window and the real enquire_links. */
final class SimulatedLink {
    static final Duration TICK = Duration.ofMillis(200);
    private static final BindTimers TIMERS = BindTimers.DEFAULT;

    final SessionId session;
    final SimulatedGateway gateway;
    final SimulatedWire wire;
    final LinkNotes notes = new LinkNotes();
    private final World world;
    private final SimulatedCarrier carrier;
    private final ArrivalClock clock;
    private final Window window =
            new Window(CarrierPorts.REDELIVERY_HORIZON, TIMERS.responseBudget());
    private final LinkCheck check;
    private int lastSequence;

    SimulatedLink(
            World world, SimulatedCarrier carrier, SimulatedGateway gateway, SessionId session) {
        this.world = world;
        this.carrier = carrier;
        this.gateway = gateway;
        this.session = session;
        this.wire = new SimulatedWire(world, () -> carrier.lost(this));
        this.clock = new ArrivalClock(() -> world.now().plus(gateway.skew));
        this.check = new LinkCheck(TIMERS, window, clock::next);
        check.start(world.nanos());
        world.after(TICK, this::tick);
    }

    boolean isOpen() {
        return wire.isOpen();
    }

    /** The carrier sends it. */
    void send(SimulatedCopy copy) {
        wire.up(() -> arrive(copy));
    }

    private void arrive(SimulatedCopy copy) {
        Request request = copy.read(world, clock.next(), window);
        window.add(request);
        notes.add(copy);
        gateway.accept(copy);
    }

    void answer(SimulatedCopy copy, @Nullable Disposition disposition) {
        if (!wire.isOpenHere()) {
            return;
        }
        Request request = copy.request();
        request.disposed(disposition);
        int status = request.judge(new Verdict(carrier.settings));
        copy.isAcknowledged = status == CommandStatus.ESME_ROK;
        copy.answeredAt = world.now();
        request.written(world.nanos(), TIMERS.responseBudget());
        window.settle(world.nanos());
        wire.down(() -> carrier.answered(copy, status));
    }

    private void tick() {
        if (!wire.isOpenHere()) {
            return;
        }
        switch (check.check(world.nanos(), wire.lastHeardNanos())) {
            case FINE -> {}
            case DUE -> enquire();
            case DEAD -> wire.cut();
        }
        world.after(TICK, this::tick);
    }

    private void enquire() {
        SimulatedEnquiry enquiry = new SimulatedEnquiry(++lastSequence, world.now());
        notes.add(enquiry);
        check.sent(enquiry.sequence, world.nanos());
        wire.down(() -> wire.up(() -> proven(enquiry)));
    }

    private void proven(SimulatedEnquiry enquiry) {
        enquiry.answeredAt = world.now();
        Answered answered = check.answered(enquiry.sequence, world.nanos());
        enquiry.proof = answered;
        if (answered != null) {
            gateway.tell(this, answered);
        }
    }
}
