package io.inlet.app;

import io.inlet.alarm.Alarm;
import io.inlet.id.EnumName;
import io.inlet.intake.IntakeObserver;
import io.inlet.number.LineType;
import io.inlet.smpp.CarrierObserver;
import io.inlet.sms.BindName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** All that is counted, for Prometheus to fetch. Any thread. */
final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final IntakeMetrics intake = new IntakeMetrics(registry);
    private final CarrierMetrics carriers = new CarrierMetrics(registry);
    private final Map<String, AtomicInteger> alarms = new ConcurrentHashMap<>();
    private final JvmGcMetrics collections = new JvmGcMetrics();

    Metrics() {
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    IntakeObserver intake() {
        return intake;
    }

    CarrierObserver carriers() {
        return carriers;
    }

    /**
     * Shows what stands in line.
     *
     * @param depth arrivals that wait for a lane
     * @param waits waits for a code that are open
     */
    void watch(IntSupplier depth, IntSupplier waits) {
        gauge("inlet.intake.depth", "Arrivals that wait for a lane", depth);
        gauge("inlet.http.waits", "Waits for a code that are open", waits);
    }

    private void gauge(String name, String description, IntSupplier value) {
        Gauge.builder(name, value::getAsInt)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /** An alarm is raised, or is no more. */
    void alarm(Alarm alarm, BindName bind, boolean raised) {
        alarms.computeIfAbsent(alarm.label() + " " + bind, _ -> gauge(alarm, bind))
                .set(raised ? 1 : 0);
    }

    /** Too few numbers of a kind are free, or enough again. */
    void poolLow(String country, LineType lineType, boolean low) {
        alarms.computeIfAbsent(
                        "pool " + country + " " + lineType,
                        _ -> {
                            AtomicInteger state = new AtomicInteger();
                            Gauge.builder("inlet.pool.low", state::get)
                                    .description("1 while too few numbers of a kind are free")
                                    .tag("country", country)
                                    .tag("line.type", EnumName.of(lineType))
                                    .strongReference(true)
                                    .register(registry);
                            return state;
                        })
                .set(low ? 1 : 0);
    }

    private AtomicInteger gauge(Alarm alarm, BindName bind) {
        AtomicInteger state = new AtomicInteger();
        Gauge.builder("inlet.alarm", state::get)
                .description("1 while something needs an operator")
                .tag("alarm", alarm.label())
                .tag("carrier", bind.carrier())
                .tag("bind", bind.bind())
                .strongReference(true)
                .register(registry);
        return state;
    }

    /** All figures in the Prometheus text format. */
    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
