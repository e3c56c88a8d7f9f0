package io.inlet.smpp;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told. */
final class Counts implements CarrierObserver {
    final List<EndReason> ends = new CopyOnWriteArrayList<>();
    final List<String> statuses = new CopyOnWriteArrayList<>();
    final List<String> receipts = new CopyOnWriteArrayList<>();
    final List<String> alerts = new CopyOnWriteArrayList<>();
    final List<String> unheard = new CopyOnWriteArrayList<>();

    @Override
    public void receipt(String carrier, String bind, ReceiptKind kind, ReceiptState state) {
        receipts.add(kind + " " + state);
    }

    @Override
    public void alert(String carrier, String bind) {
        alerts.add(bind);
    }

    @Override
    public void answered(String carrier, String bind, String status, Duration took) {
        statuses.add(status);
    }

    @Override
    public void unheard(String carrier, String bind) {
        unheard.add(bind);
    }

    @Override
    public void ended(String carrier, String bind, EndReason reason) {
        ends.add(reason);
    }
}
