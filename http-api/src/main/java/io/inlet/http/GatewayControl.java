package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The running gateway over HTTP, for operators. */
final class GatewayControl {
    private static final MediaType METRICS =
            MediaType.parse("text/plain; version=0.0.4; charset=utf-8");
    private static final String LOGGER_FORM = "[A-Za-z0-9_.$]{1,200}";

    private final Supplier<String> metrics;
    private final LogLevels logLevels;

    GatewayControl(Supplier<String> metrics, LogLevels logLevels) {
        this.metrics = metrics;
        this.logLevels = logLevels;
    }

    private record LogLevelJson(@Nullable String logger, @Nullable String level) {}

    HttpResponse scrape(Exchange exchange) {
        return Answers.text(METRICS, metrics.get().getBytes(StandardCharsets.UTF_8));
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
