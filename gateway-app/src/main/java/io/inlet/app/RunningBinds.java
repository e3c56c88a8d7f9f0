package io.inlet.app;

import io.inlet.alarm.BindSight;
import io.inlet.http.AlphabetReport;
import io.inlet.http.BindOrder;
import io.inlet.http.BindStatus;
import io.inlet.http.BindTrace;
import io.inlet.http.Binds;
import io.inlet.http.OrderOutcome;
import io.inlet.http.TraceLine;
import io.inlet.id.EnumName;
import io.inlet.smpp.BindState;
import io.inlet.smpp.Carriers;
import io.inlet.smpp.ControlOutcome;
import io.inlet.smpp.LastEnd;
import io.inlet.smpp.Traffic;
import io.inlet.smpp.trace.PduLine;
import io.inlet.smpp.trace.PduRing;
import io.inlet.sms.BindId;
import io.inlet.sms.BindName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The binds as operators see and direct them. Any thread. */
final class RunningBinds implements Binds {
    /** A drain takes a response budget and an unbind. */
    private static final Duration LONGEST_ORDER = Duration.ofMinutes(1);

    private final Carriers carriers;
    private final BindRegistry registry;
    private final StoredPayloads payloads;

    RunningBinds(Carriers carriers, BindRegistry registry, StoredPayloads payloads) {
        this.carriers = carriers;
        this.registry = registry;
        this.payloads = payloads;
    }

    @Override
    public List<BindStatus> all() {
        return carriers.status().stream().flatMap(this::known).toList();
    }

    /** As the alarms look at them. */
    List<BindSight> sights() {
        return carriers.status().stream().flatMap(this::sight).toList();
    }

    // One that was added or removed this very moment may be known to one of the two only.
    private Stream<BindStatus> known(io.inlet.smpp.BindStatus status) {
        BindId id = registry.id(new BindName(status.carrier(), status.bind()));
        return id == null ? Stream.of() : Stream.of(shown(id, status));
    }

    private Stream<BindSight> sight(io.inlet.smpp.BindStatus status) {
        BindName name = new BindName(status.carrier(), status.bind());
        BindId id = registry.id(name);
        return id == null
                ? Stream.of()
                : Stream.of(
                        new BindSight(
                                id,
                                name,
                                status.state() == BindState.BOUND ? status.since() : null,
                                status.traffic().received(),
                                status.traffic().lastMessageAt(),
                                status.traffic().slowLag()));
    }

    private static BindStatus shown(BindId id, io.inlet.smpp.BindStatus status) {
        return new BindStatus(
                id,
                status.carrier(),
                status.bind(),
                EnumName.of(status.state()),
                status.since(),
                status.host(),
                shown(status.lastEnd()),
                status.attempts(),
                shown(status.traffic()));
    }

    private static BindStatus.@Nullable End shown(@Nullable LastEnd end) {
        return end == null
                ? null
                : new BindStatus.End(
                        end.reason().label(),
                        EnumName.of(end.by()),
                        end.at(),
                        end.host(),
                        end.detail());
    }

    private static BindStatus.Traffic shown(Traffic traffic) {
        return new BindStatus.Traffic(
                traffic.received(),
                traffic.unanswered(),
                traffic.perSecond(),
                traffic.perSecondOfMinute(),
                times(traffic.typicalResponse(), traffic.slowResponse()),
                traffic.slowLag(),
                traffic.lastMessageAt());
    }

    private static BindStatus.@Nullable Times times(
            @Nullable Duration typical, @Nullable Duration slow) {
        return typical == null || slow == null ? null : new BindStatus.Times(typical, slow);
    }

    @Override
    public @Nullable BindTrace trace(BindId bind) {
        BindName name = registry.name(bind);
        PduRing ring = name == null ? null : carriers.trace(name);
        return ring == null ? null : new Trace(ring);
    }

    @Override
    public @Nullable AlphabetReport alphabets(BindId bind) {
        BindName name = registry.name(bind);
        return name == null ? null : payloads.last(name, bind);
    }

    @Override
    public @Nullable OrderOutcome order(BindId bind, BindOrder order) {
        BindName name = registry.name(bind);
        if (name == null) {
            return null;
        }
        try {
            return outcome(
                    name, give(name, order).get(LONGEST_ORDER.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new OrderOutcome.Refused(
                    "%s is still at it after %s; see how it goes on: inlet binds"
                            .formatted(name, LONGEST_ORDER));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new OrderOutcome.Refused("the gateway is stopping");
        }
    }

    private CompletableFuture<ControlOutcome> give(BindName name, BindOrder order) {
        return switch (order) {
            case ENABLE -> carriers.enable(name);
            case DISABLE -> carriers.disable(name);
            case DRAIN -> carriers.drain(name);
            case RECONNECT -> carriers.reconnect(name);
        };
    }

    private static @Nullable OrderOutcome outcome(BindName name, ControlOutcome outcome) {
        return switch (outcome) {
            case ControlOutcome.Done _ -> new OrderOutcome.Done();
            case ControlOutcome.UnknownBind _ -> null;
            case ControlOutcome.NotEnabled(BindState state) ->
                    new OrderOutcome.Refused(
                            "%s is %s: enable it first".formatted(name, EnumName.of(state)));
            case ControlOutcome.Superseded _ ->
                    new OrderOutcome.Refused("another order to %s came after this".formatted(name));
            case ControlOutcome.Stopped _ ->
                    new OrderOutcome.Refused("the gateway is stopping, or the bind was removed");
        };
    }

    /** A bind's ring of PDUs. */
    private record Trace(PduRing ring) implements BindTrace {
        @Override
        public List<TraceLine> lines() {
            return ring.lines().stream().map(Trace::line).toList();
        }

        @Override
        public byte[] capture() {
            return ring.capture().array();
        }

        private static TraceLine line(PduLine pdu) {
            return new TraceLine(
                    pdu.at(),
                    EnumName.of(pdu.direction()),
                    pdu.session(),
                    pdu.command(),
                    pdu.status(),
                    pdu.sequenceNumber(),
                    pdu.octets(),
                    pdu.fields());
        }
    }
}
