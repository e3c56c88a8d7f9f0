package io.inlet.smpp;

/** What all sessions of a bind share. */
record BindContext(
        CarrierSettings carrier,
        BindSettings bind,
        CarrierPorts ports,
        SessionLedger ledger,
        Tally tally) {
    CarrierObserver observer() {
        return ports.observer();
    }

    BindTimers timers() {
        return bind.timers();
    }
}
