package io.inlet.smpp;

import io.inlet.id.Uuid7;
import io.inlet.smpp.trace.PduRing;
import io.inlet.sms.BindId;
import io.inlet.sms.Origin;
import io.inlet.sms.SessionId;

/** What all sessions of a bind share. */
record BindContext(
        CarrierSettings carrier,
        BindSettings bind,
        CarrierPorts ports,
        SessionLedger ledger,
        Tally tally,
        BindLog log,
        PduRing trace) {
    /** The same bind under other settings: a carrier that has this one alone. */
    BindContext with(CarrierSettings slot) {
        return new BindContext(slot, slot.binds().getFirst(), ports, ledger, tally, log, trace);
    }

    CarrierObserver observer() {
        return tally;
    }

    BindTimers timers() {
        return bind.timers();
    }

    /** Where the messages of a session to be will come from. */
    Origin newOrigin(BindId id) {
        SessionId session = new SessionId(Uuid7.mint(ports.clock().instant()));
        return new Origin(carrier.name(), id, session, carrier.simulated());
    }

    /** A session, or an attempt at one, has ended so. */
    void countEnd(EndReason reason) {
        observer().ended(carrier.name(), bind.name(), reason);
    }
}
