package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.settings.Default;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void stated_defaults_are_the_defaults() throws ReflectiveOperationException {
        check(HttpSettings.DEFAULT, HttpSettings.class);
        check(OpsSettings.of(Path.of("key"), 8081), OpsSettings.class);
    }

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
                                Duration.ofMillis(5),
                                Duration.ZERO,
                                Duration.ZERO))
                .hasMessage("requestTimeout: expected 1s to 5m, found 5ms");
        assertThatThrownBy(() ->
                        new OpsSettings(" ", 1, Path.of("k"), 2_000, 1, Duration.ofSeconds(9)))
                .hasMessage("address: expected an address or host name, found nothing");
    }

    private static void check(Record settings, Class<?> type) throws ReflectiveOperationException {
        for (RecordComponent component : type.getRecordComponents()) {
            Default stated = component.getAnnotation(Default.class);
            if (stated != null) {
                Object value = component.getAccessor().invoke(settings);
                assertThat(text(value)).as(component.getName()).isEqualTo(stated.value());
            }
        }
        assertThat(Arrays.stream(type.getRecordComponents()))
                .anyMatch(c -> c.isAnnotationPresent(Default.class));
    }

    private static String text(Object value) {
        return value instanceof Duration duration
                ? DurationText.format(duration)
                : String.valueOf(value);
    }
}
