package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.alarm.Alarm;
import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.Deferred;
import io.inlet.number.LineType;
import io.inlet.smpp.EndReason;
import io.inlet.smpp.ReceiptKind;
import io.inlet.smpp.ReceiptState;
import io.inlet.sms.BindName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MetricsTest {
    private static final Path PAGE = Path.of("..", "docs", "metrics.md");

    @Test
    void every_metric_is_documented_and_every_documented_one_exists() throws IOException {
        try (Metrics metrics = new Metrics()) {
            useAll(metrics);
            assertThat(documented()).isEqualTo(exposed(metrics.scrape()));
        }
    }

    @Test
    void what_is_deferred_is_counted_by_its_reason() {
        try (Metrics metrics = new Metrics()) {
            metrics.intake().disposed(new Deferred(Deferred.Reason.INTAKE_FULL));

            assertThat(metrics.scrape())
                    .contains(
                            "inlet_intake_arrivals_total{outcome=\"deferred\",reason=\"intake_full\"}"
                                    + " 1.0");
        }
    }

    @Test
    void receipts_are_counted_by_kind_and_state() {
        try (Metrics metrics = new Metrics()) {
            metrics.carriers()
                    .receipt("acme", "main", ReceiptKind.INTERMEDIATE, ReceiptState.ENROUTE);

            assertThat(metrics.scrape())
                    .contains(
                            "inlet_bind_receipts_total{bind=\"main\",carrier=\"acme\","
                                    + "kind=\"intermediate\",state=\"enroute\"} 1.0");
        }
    }

    private static void useAll(Metrics metrics) {
        metrics.watch(() -> 0, () -> 0);
        metrics.alarm(Alarm.CARRIER_LAG, new BindName("acme", "main"), true);
        metrics.poolLow("DE", LineType.MOBILE, true);
        metrics.intake().committed(1, Duration.ofMillis(1));
        metrics.intake().disposed(new Disposition.AwaitingSegments(1, 2));
        var carriers = metrics.carriers();
        carriers.received("acme", "main");
        carriers.receipt("acme", "main", ReceiptKind.FINAL, ReceiptState.DELIVERED);
        carriers.lag("acme", "main", Duration.ofSeconds(1));
        carriers.unreadable("acme", "main");
        carriers.alert("acme", "main");
        carriers.unheard("acme", "main");
        carriers.answered("acme", "main", "ESME_ROK", Duration.ofMillis(1));
        carriers.bound("acme", "main");
        carriers.ended("acme", "main", EndReason.GATEWAY_STOPPED);
    }

    private static Set<String> documented() throws IOException {
        return Pattern.compile("\\| `(inlet_\\w+)` \\|")
                .matcher(Files.readString(PAGE))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
    }

    // A histogram and a summary have several series each, and a maximum of their own.
    private static Set<String> exposed(String scrape) {
        return Pattern.compile("^# TYPE (inlet_\\w+?)(_max)? \\w+$", Pattern.MULTILINE)
                .matcher(scrape)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
    }
}
