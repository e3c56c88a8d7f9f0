package io.inlet.simulator;

import io.inlet.simulator.message.OutgoingMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A load that is running. Any thread may call the public methods; the rest is the event loop's. */
public final class Load {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    /** Messages due within one tick go out together. */
    private static final long TICK_NANOS = 1_000_000;

    private final MessageSource source;
    private final LoadPlan plan;
    private final Schedule schedule;
    private final long count;
    private final CompletableFuture<Long> made = new CompletableFuture<>();
    private long startNanos;
    private long startMicros;
    private volatile long next;

    Load(LoadPlan plan, MessageSource source) {
        this.plan = plan;
        this.source = source;
        this.schedule = Schedule.of(plan);
        this.count = schedule.count();
    }

    /**
     * Completes with the number of messages made when the plan is through or {@link #stop} was
     * called; their answers may still be to come. Exceptionally if the source failed.
     */
    public CompletableFuture<Long> made() {
        return made.copy();
    }

    /** How many messages were made so far. */
    public long madeSoFar() {
        return next;
    }

    /** Makes no more. */
    public void stop() {
        made.complete(next);
    }

    /** A message that is due. */
    record Made(OutgoingMessage message, long index, long intendedNanos) {}

    void begin() {
        startNanos = System.nanoTime();
        startMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    void refuse(RuntimeException reason) {
        made.completeExceptionally(reason);
    }

    boolean isOver(long now) {
        if (!made.isDone() && (next >= count || schedule.isEnded(now - startNanos))) {
            made.complete(next);
        }
        return made.isDone();
    }

    boolean isDue(long now) {
        return !isOver(now) && now - startNanos >= schedule.offsetNanos(next, now - startNanos);
    }

    /** When to look again, if no answer comes before. */
    long nextNanos(long now) {
        long due = startNanos + schedule.wakeNanos(next, now - startNanos);
        return Math.max(due, now + TICK_NANOS);
    }

    @Nullable Made make() {
        long number = next;
        long offset = schedule.offsetNanos(number, System.nanoTime() - startNanos);
        long index = plan.firstIndex() + number;
        try {
            OutgoingMessage message = source.message(index, startMicros + offset / NANOS_PER_MICRO);
            next = number + 1;
            return new Made(message, index, startNanos + offset);
        } catch (RuntimeException e) {
            made.completeExceptionally(e);
            return null;
        }
    }

    /** The instants of a plan, in nanoseconds since its start. */
    private record Schedule(Pace pace, long count, long endNanos) {
        private static final long NEVER = Long.MAX_VALUE / 4;

        static Schedule of(LoadPlan plan) {
            long end = plan.duration() == null ? NEVER : plan.duration().toNanos();
            return switch (plan.pace()) {
                case Pace.Steady steady -> {
                    // All that becomes due within the duration is sent, however late.
                    double due = Math.ceil(steady.perSecond() * end / NANOS_PER_SECOND);
                    yield new Schedule(steady, Math.min(plan.count(), (long) due), NEVER);
                }
                case Pace.AsWindowsAllow any -> new Schedule(any, plan.count(), end);
            };
        }

        boolean isEnded(long sinceStart) {
            return sinceStart >= endNanos;
        }

        long offsetNanos(long number, long sinceStart) {
            return switch (pace) {
                case Pace.Steady steady ->
                        (long) (number * (NANOS_PER_SECOND / steady.perSecond()));
                case Pace.AsWindowsAllow _ -> sinceStart;
            };
        }

        long wakeNanos(long number, long sinceStart) {
            return switch (pace) {
                case Pace.Steady _ -> offsetNanos(number, sinceStart);
                case Pace.AsWindowsAllow _ -> endNanos;
            };
        }
    }
}
