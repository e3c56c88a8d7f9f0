package io.inlet.config;

import io.inlet.settings.Default;
import io.inlet.settings.Durations;
import io.inlet.settings.SecretFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings with every type that a setting can have, and rules between them. */
record SampleSettings(
        String node,
        @Default("8080") int port,
        @Default("30s") Duration timerLimit,
        @Default("10s") Duration budget,
        @Default("false") boolean strict,
        @Nullable Long ceiling,
        @Default("lower_case") Form form,
        @Default("[a, b]") List<String> tags,
        @Default("{}") Pool pool,
        @Nullable Login login,
        @Default("[]") List<Link> links) {
    SampleSettings {
        if (port < 1) {
            throw new IllegalArgumentException("port: expected 1 or more, found " + port);
        }
        if (budget.compareTo(timerLimit) >= 0) {
            throw new IllegalArgumentException(
                    "budget: expected less than timerLimit, found " + Durations.write(budget));
        }
    }

    enum Form {
        LOWER_CASE,
        UPPER_CASE
    }

    record Pool(@Default("4") int size, @Default("1") int spare) {
        Pool {
            if (size == 13 && spare == 13) {
                throw new IllegalArgumentException("pool: expected some luck, found none");
            }
            if (size < 1) {
                throw new IllegalArgumentException("size: expected 1 or more, found " + size);
            }
            if (spare < 0) {
                throw new IllegalArgumentException("spare: expected 0 or more, found " + spare);
            }
        }
    }

    record Login(String user, @SecretFile Path passwordFile) {}

    record Link(String name, @Default("10") int window) {}
}
