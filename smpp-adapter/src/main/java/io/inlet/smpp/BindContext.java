package io.inlet.smpp;

import io.inlet.smpp.trace.PduRing;

/** What all sessions of a bind share. */
record BindContext(
        CarrierSettings carrier,
        BindSettings bind,
        CarrierPorts ports,
        SessionLedger ledger,
        Tally tally,
        PduRing trace) {
    CarrierObserver observer() {
        return ports.observer();
    }

    BindTimers timers() {
        return bind.timers();
    }
}
