package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The running gateway over HTTP, for operators. */
final class GatewayControl {
    private static final MediaType METRICS =
            MediaType.parse("text/plain; version=0.0.4; charset=utf-8");
    private static final String LOGGER_FORM = "[A-Za-z0-9_.$]{1,200}";

    private final Supplier<String> metrics;
    private final Supplier<List<BindStatus>> binds;
    private final LogLevels logLevels;

    GatewayControl(
            Supplier<String> metrics, Supplier<List<BindStatus>> binds, LogLevels logLevels) {
        this.metrics = metrics;
        this.binds = binds;
        this.logLevels = logLevels;
    }

    private record BindJson(
            String id,
            String carrier,
            String name,
            String state,
            String since,
            @Nullable String reason) {
        static BindJson of(BindStatus bind) {
            return new BindJson(
                    bind.id().toString(),
                    bind.carrier(),
                    bind.name(),
                    bind.state(),
                    Timestamps.text(bind.since()),
                    bind.reason());
        }
    }

    private record LogLevelJson(@Nullable String logger, @Nullable String level) {}

    HttpResponse scrape(Exchange exchange) {
        return Answers.text(METRICS, metrics.get().getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse listBinds(Exchange exchange) {
        return Answers.ok(Map.of("binds", binds.get().stream().map(BindJson::of).toList()));
    }

    HttpResponse setLogLevel(Exchange exchange) {
        LogLevelJson body = exchange.json(LogLevelJson.class);
        String logger = body.logger();
        if (logger == null || !logger.matches(LOGGER_FORM)) {
            throw Texts.refused("logger", "the name of a logger, or ROOT");
        }
        LogLevels.Level level = Names.parse("level", body.level(), LogLevels.Level.class);
        try {
            logLevels.set(logger, level);
        } catch (IllegalArgumentException e) {
            // A library's: its lower levels print keys and texts.
            throw new RefusedException(Problem.badRequest("logger: " + e.getMessage()));
        }
        return Answers.ok(body);
    }
}
