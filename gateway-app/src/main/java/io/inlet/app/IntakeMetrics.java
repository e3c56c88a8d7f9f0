package io.inlet.app;

import io.inlet.id.EnumName;
import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.Deferred;
import io.inlet.intake.IntakeObserver;
import io.inlet.intake.QuarantineReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Counts what the intake does. Lanes and event loops call it; counters are made once, ahead. */
final class IntakeMetrics implements IntakeObserver {
    private final Timer commit;
    private final DistributionSummary batch;
    private final Counter stored;
    private final Counter awaiting;
    private final Counter redelivered;
    private final Map<QuarantineReason, Counter> quarantined =
            new EnumMap<>(QuarantineReason.class);
    private final Map<Deferred.Reason, Counter> deferred = new EnumMap<>(Deferred.Reason.class);

    IntakeMetrics(MeterRegistry registry) {
        commit =
                Timer.builder("inlet.intake.commit")
                        .description("From the draining of a lane's queue to the end of its commit")
                        .publishPercentileHistogram()
                        .register(registry);
        batch =
                DistributionSummary.builder("inlet.intake.batch")
                        .description("Arrivals in one transaction")
                        .register(registry);
        stored = arrivals(registry, "stored", "none");
        awaiting = arrivals(registry, "awaiting_segments", "none");
        redelivered = arrivals(registry, "redelivered", "none");
        for (QuarantineReason reason : QuarantineReason.values()) {
            quarantined.put(reason, arrivals(registry, "quarantined", EnumName.of(reason)));
        }
        for (Deferred.Reason reason : Deferred.Reason.values()) {
            deferred.put(reason, arrivals(registry, "deferred", EnumName.of(reason)));
        }
    }

    @Override
    public void committed(int size, Duration took) {
        batch.record(size);
        commit.record(took);
    }

    @Override
    public void disposed(Disposition disposition) {
        Counter counter =
                switch (disposition) {
                    case Disposition.Stored s -> stored;
                    case Disposition.AwaitingSegments a -> awaiting;
                    case Disposition.Redelivered r -> redelivered;
                    case Disposition.Quarantined q -> quarantined.get(q.reason());
                    case Deferred d -> deferred.get(d.reason());
                };
        if (counter != null) {
            counter.increment();
        }
    }

    private static Counter arrivals(MeterRegistry registry, String outcome, String reason) {
        return Counter.builder("inlet.intake.arrivals")
                .description("What became of what carriers handed over")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(registry);
    }
}
