package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void value_out_of_bounds_is_named_with_what_was_expected() {
        assertThatThrownBy(() -> HttpSettings.DEFAULT.withPort(70_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("port: expected 0 to 65535, found 70000");
        assertThatThrownBy(() ->
                        new HttpSettings(
                                "x",
                                1,
                                65_536,
                                1,
                                1,
                                1,
                                1,
                                1,
                                2,
                                Duration.ofMillis(5),
                                Duration.ZERO,
                                Duration.ZERO))
                .hasMessage("requestTimeout: expected 1s to 5m, found 5ms");
        assertThatThrownBy(() ->
                        new OpsSettings(" ", 1, Path.of("k"), 2_000, 1, Duration.ofSeconds(9)))
                .hasMessage("address: expected an address or host name, found nothing");
    }
}
