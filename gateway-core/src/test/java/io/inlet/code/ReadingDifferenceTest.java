package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.CodeReading.Kind;
import io.inlet.code.CodeReading.Purpose;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingDifferenceTest {
    private static final CodeReading READ =
            new CodeReading(
                    "827191",
                    "827-191",
                    Kind.ONE_TIME_CODE,
                    "Lindenhof",
                    Duration.ofMinutes(5),
                    Purpose.LOGIN,
                    0.9,
                    "named_after",
                    2,
                    List.of());

    private static CodeReading coded(@Nullable String code) {
        return new CodeReading(
                code,
                READ.display(),
                READ.kind(),
                READ.brand(),
                READ.validFor(),
                READ.purpose(),
                READ.confidence(),
                READ.rule(),
                READ.ruleVersion(),
                READ.candidates());
    }

    @Test
    void code_is_found_gone_or_another() {
        assertThat(ReadingDifference.between(coded(null), READ))
                .containsExactly(ReadingDifference.CODE_FOUND);
        assertThat(ReadingDifference.between(READ, coded(null)))
                .containsExactly(ReadingDifference.CODE_GONE);
        assertThat(ReadingDifference.between(coded("1234"), READ))
                .containsExactly(ReadingDifference.OTHER_CODE);
        assertThat(ReadingDifference.between(READ, READ)).isEmpty();
    }

    @Test
    void each_thing_that_somebody_acts_on_is_a_difference() {
        CodeReading other =
                new CodeReading(
                        "827191",
                        "827191",
                        Kind.PIN,
                        null,
                        null,
                        Purpose.UNKNOWN,
                        0.9,
                        "named_after",
                        2,
                        List.of());
        assertThat(ReadingDifference.between(READ, other))
                .containsExactly(
                        ReadingDifference.DISPLAY,
                        ReadingDifference.KIND,
                        ReadingDifference.BRAND,
                        ReadingDifference.VALIDITY,
                        ReadingDifference.PURPOSE);
        assertThat(READ.saysTheSameAs(other)).isFalse();
    }

    @Test
    void another_end_is_another_validity() {
        CodeReading early = until(LocalMoment.at(LocalTime.of(14, 35)));
        CodeReading late = until(LocalMoment.at(LocalTime.of(14, 50)));
        assertThat(ReadingDifference.between(early, late))
                .containsExactly(ReadingDifference.VALIDITY);
        assertThat(ReadingDifference.between(READ, early))
                .containsExactly(ReadingDifference.VALIDITY);
        assertThat(early.saysTheSameAs(until(LocalMoment.at(LocalTime.of(14, 35))))).isTrue();
    }

    private static CodeReading until(LocalMoment moment) {
        return new CodeReading(
                READ.code(),
                READ.display(),
                READ.kind(),
                READ.brand(),
                null,
                moment,
                READ.purpose(),
                READ.confidence(),
                READ.rule(),
                READ.ruleVersion(),
                READ.candidates());
    }

    @Test
    void how_sure_and_by_which_rules_is_none() {
        CodeReading later =
                new CodeReading(
                        "827191",
                        "827-191",
                        Kind.ONE_TIME_CODE,
                        "Lindenhof",
                        Duration.ofMinutes(5),
                        Purpose.LOGIN,
                        0.7,
                        "named_before",
                        3,
                        List.of("5512"));
        assertThat(ReadingDifference.between(READ, later)).isEmpty();
        assertThat(READ.saysTheSameAs(later)).isTrue();
    }
}
