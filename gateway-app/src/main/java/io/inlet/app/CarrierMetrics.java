package io.inlet.app;

import io.inlet.id.EnumName;
import io.inlet.smpp.CarrierObserver;
import io.inlet.smpp.EndReason;
import io.inlet.smpp.ReceiptKind;
import io.inlet.smpp.ReceiptState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what carriers do, by carrier and bind. Event loops call it; a meter is found by a key that
 * costs no more than a hash, since the registry's own look-up is too slow for each message.
 */
final class CarrierMetrics implements CarrierObserver {
    private record Key(String what, String carrier, String bind, String detail) {}

    private record Receipt(String carrier, String bind, ReceiptKind kind, ReceiptState state) {}

    private final MeterRegistry registry;
    private final ConcurrentHashMap<Key, Counter> counters = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Receipt, Counter> receipts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key, Timer> timers = new ConcurrentHashMap<>();

    CarrierMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void received(String carrier, String bind) {
        count("received", carrier, bind, "");
    }

    @Override
    public void receipt(String carrier, String bind, ReceiptKind kind, ReceiptState state) {
        receipts.computeIfAbsent(new Receipt(carrier, bind, kind, state), this::counter)
                .increment();
    }

    @Override
    public void unreadable(String carrier, String bind) {
        count("unreadable", carrier, bind, "");
    }

    @Override
    public void alert(String carrier, String bind) {
        count("alerts", carrier, bind, "");
    }

    @Override
    public void answered(String carrier, String bind, String status, Duration took) {
        timers.computeIfAbsent(new Key("response", carrier, bind, status), this::timer)
                .record(took);
    }

    @Override
    public void unheard(String carrier, String bind) {
        count("unheard", carrier, bind, "");
    }

    @Override
    public void bound(String carrier, String bind) {
        count("bound", carrier, bind, "");
    }

    @Override
    public void ended(String carrier, String bind, EndReason reason) {
        count("ended", carrier, bind, reason.label());
    }

    private void count(String what, String carrier, String bind, String detail) {
        counters.computeIfAbsent(new Key(what, carrier, bind, detail), this::counter).increment();
    }

    private Counter counter(Key key) {
        Counter.Builder counter =
                Counter.builder("inlet.bind." + key.what())
                        .tag("carrier", key.carrier())
                        .tag("bind", key.bind());
        return (key.detail().isEmpty() ? counter : counter.tag("reason", key.detail()))
                .register(registry);
    }

    private Counter counter(Receipt receipt) {
        return Counter.builder("inlet.bind.receipts")
                .tag("carrier", receipt.carrier())
                .tag("bind", receipt.bind())
                .tag("kind", EnumName.of(receipt.kind()))
                .tag("state", EnumName.of(receipt.state()))
                .register(registry);
    }

    // A clock that is ahead of ours gives less than nothing.
    @Override
    public void lag(String carrier, String bind, Duration lag) {
        timers.computeIfAbsent(new Key("lag", carrier, bind, ""), this::lagTimer)
                .record(lag.isNegative() ? Duration.ZERO : lag);
    }

    private Timer lagTimer(Key key) {
        return Timer.builder("inlet.bind.lag")
                .description("From the carrier's own timestamp to the arrival")
                .tag("carrier", key.carrier())
                .tag("bind", key.bind())
                .publishPercentileHistogram()
                .register(registry);
    }

    private Timer timer(Key key) {
        return Timer.builder("inlet.bind.response")
                .description("From the last octet of a deliver_sm to its answer's write")
                .tag("carrier", key.carrier())
                .tag("bind", key.bind())
                .tag("status", key.detail())
                .publishPercentileHistogram()
                .register(registry);
    }
}
