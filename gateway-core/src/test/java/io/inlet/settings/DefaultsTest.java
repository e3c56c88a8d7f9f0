package io.inlet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inlet.lease.Purpose;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    record Some(
            @Default("127.0.0.1") String address,
            @Default("8080") int port,
            @Default("48h") Duration horizon,
            @Default("qa_testing") Purpose purpose) {}

    record Incomplete(@Default("1") int one, int two) {}

    @Test
    void a_record_is_made_of_what_its_annotations_state() {
        assertThat(Defaults.of(Some.class))
                .isEqualTo(new Some("127.0.0.1", 8080, Duration.ofDays(2), Purpose.QA_TESTING));
    }

    @Test
    void a_component_without_a_default_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Defaults.of(Incomplete.class))
                .withMessage("two: expected a default, found none that can be read");
    }
}
