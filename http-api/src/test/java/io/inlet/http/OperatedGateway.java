package io.inlet.http;

import io.inlet.feed.Cursor;
import io.inlet.feed.EventId;
import io.inlet.feed.EventType;
import io.inlet.feed.GatewayEvent;
import io.inlet.feed.GatewayEvents;
import io.inlet.id.Uuid7;
import io.inlet.sms.BindId;
import io.inlet.sms.BindName;
import io.inlet.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway as operators see it, with one bind, in memory. */
final class OperatedGateway implements Binds, GatewayEvents, Configuration {
    static final BindId BIND = new BindId(Uuid7.mint(Instant.EPOCH));

    final List<BindOrder> orders = new ArrayList<>();
    final List<GatewayEvent> events = new ArrayList<>();
    @Nullable AlphabetReport alphabets;
    OrderOutcome outcome = new OrderOutcome.Done();
    ReloadReport report = ReloadReport.refused("inlet.yaml", List.of("inlet.yaml:3 node: wrong"));

    OpsServer.Running running() {
        return new OpsServer.Running(this, this, this);
    }

    @Override
    public List<BindStatus> all() {
        var traffic =
                new BindStatus.Traffic(
                        7,
                        1,
                        2,
                        0.5,
                        new BindStatus.Times(Duration.ofMillis(4), Duration.ofMillis(9)),
                        null,
                        null);
        var end =
                new BindStatus.End("bind_refused", "carrier", Instant.EPOCH, "", "ESME_RBINDFAIL");
        return List.of(
                new BindStatus(
                        BIND, "acme", "primary", "bound", Instant.EPOCH, "h:1", end, 0, traffic));
    }

    @Override
    public @Nullable BindTrace trace(BindId bind) {
        return bind.equals(BIND) ? new Trace() : null;
    }

    @Override
    public @Nullable AlphabetReport alphabets(BindId bind) {
        return alphabets;
    }

    @Override
    public @Nullable OrderOutcome order(BindId bind, BindOrder order) {
        if (!bind.equals(BIND)) {
            return null;
        }
        orders.add(order);
        return outcome;
    }

    @Override
    public void tell(EventType type, String detail) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void tell(EventType type, BindId bind, String detail) {
        long place = events.size() + 1L;
        events.add(
                new GatewayEvent(
                        new EventId(Uuid7.mint(Instant.EPOCH)),
                        new Cursor(Tenant.SYSTEM, LocalDate.of(2026, 3, 1), place),
                        type,
                        Instant.EPOCH,
                        new BindName("acme", "primary"),
                        detail,
                        null));
    }

    @Override
    public List<GatewayEvent> after(@Nullable Cursor after, int limit) {
        long place = after == null ? 0 : after.sequence();
        return events.stream().skip(place).limit(limit).toList();
    }

    @Override
    public ReloadReport plan() {
        return report;
    }

    @Override
    public ReloadReport reload() {
        return report;
    }

    private static final class Trace implements BindTrace {
        @Override
        public List<TraceLine> lines() {
            TraceLine line =
                    new TraceLine(
                            Instant.EPOCH,
                            "in",
                            1,
                            "deliver_sm",
                            "ESME_ROK",
                            7,
                            60,
                            Map.of("short_message", "12 octets"));
            return List.of(line, line);
        }

        @Override
        public byte[] capture() {
            return "pcap".getBytes(StandardCharsets.US_ASCII);
        }
    }
}
