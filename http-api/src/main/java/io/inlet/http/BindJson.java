package io.inlet.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A bind as the operators' contract writes it. */
record BindJson(
        String id,
        String carrier,
        String name,
        String state,
        String since,
        @Nullable String host,
        @Nullable EndJson lastEnd,
        int attempts,
        long received,
        int unanswered,
        double perSecond,
        double perMinute,
        @Nullable Double responseP50Ms,
        @Nullable Double responseP99Ms,
        @Nullable Double carrierLagP95Ms,
        @Nullable String lastMessageAt) {
    private static final double NANOS_A_MILLI = 1e6;

    /** How a session or an attempt at one ended. */
    record EndJson(String reason, String by, String at, @Nullable String host, String detail) {
        static @Nullable EndJson of(BindStatus.@Nullable End end) {
            return end == null
                    ? null
                    : new EndJson(
                            end.reason(),
                            end.by(),
                            Timestamps.text(end.at()),
                            orNull(end.host()),
                            end.detail());
        }
    }

    static BindJson of(BindStatus bind) {
        BindStatus.Traffic traffic = bind.traffic();
        BindStatus.Times response = traffic.response();
        return new BindJson(
                bind.id().toString(),
                bind.carrier(),
                bind.name(),
                bind.state(),
                Timestamps.text(bind.since()),
                orNull(bind.host()),
                EndJson.of(bind.lastEnd()),
                bind.attempts(),
                traffic.received(),
                traffic.unanswered(),
                traffic.perSecond(),
                traffic.perMinute(),
                response == null ? null : millis(response.p50()),
                response == null ? null : millis(response.p99()),
                millis(traffic.lag()),
                Timestamps.orNull(traffic.lastMessageAt()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Double millis(@Nullable Duration time) {
        return time == null ? null : time.toNanos() / NANOS_A_MILLI;
    }
}
