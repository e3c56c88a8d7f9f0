package io.inlet.simulator;

/** Who notes what becomes of segments. */
record Books(Ledger ledger, DeliveryObserver observer) {}
