package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MisreadingTest {
    private static final LabelledMessage WITH_CODE =
            new LabelledMessage("en-1", "en", "text", "", "482913", "Lindenhof", 300L, false);
    private static final LabelledMessage WITHOUT =
            new LabelledMessage("en-2", "en", "text", "", null, null, null, false);
    private static final LabelledMessage PIN =
            new LabelledMessage("en-3", "en", "text", "", "4711", null, null, true);

    @Test
    void what_is_read_right_is_no_misreading() {
        CodeReading right =
                SampleReading.of("482-913")
                        .brand("LINDENHOF")
                        .validFor(Duration.ofMinutes(5))
                        .reading();
        assertThat(Misreading.of(WITH_CODE, right)).isEmpty();
        assertThat(Misreading.of(WITHOUT, SampleReading.of(null).reading())).isEmpty();
        assertThat(Misreading.of(PIN, SampleReading.of(null).reading())).isEmpty();
    }

    @Test
    void each_wrong_part_is_named_with_what_is_right() {
        assertThat(Misreading.of(WITH_CODE, SampleReading.of("1").brand("Ahorn").reading()))
                .containsExactly(
                        "wrong: expected 482913, read 1",
                        "brand: expected Lindenhof, read Ahorn",
                        "validity: expected 300, read none");
        assertThat(Misreading.of(WITH_CODE, SampleReading.of(null).reading()))
                .startsWith("missed: 482913");
        assertThat(Misreading.of(WITHOUT, SampleReading.of("7").reading()))
                .containsExactly("invented: 7");
        assertThat(Misreading.of(PIN, SampleReading.of("7").reading()))
                .containsExactly("pin as code: 7");
    }
}
