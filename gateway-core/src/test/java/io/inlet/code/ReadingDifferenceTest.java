package io.inlet.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.CodeReading.Kind;
import io.inlet.code.CodeReading.Purpose;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingDifferenceTest {
    private static final CodeReading READ = sample().reading();

    private static SampleReading sample() {
        return SampleReading.of("827191")
                .display("827-191")
                .brand("Lindenhof")
                .validFor(Duration.ofMinutes(5))
                .purpose(Purpose.LOGIN)
                .confidence(0.9)
                .rule("named_after", 2);
    }

    private static CodeReading coded(@Nullable String code) {
        return sample().code(code).reading();
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
        CodeReading other = SampleReading.of("827191").kind(Kind.PIN).reading();
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
        return sample().validUntil(moment).reading();
    }

    @Test
    void how_sure_and_by_which_rules_is_none() {
        CodeReading later =
                sample().confidence(0.7).rule("named_before", 3).candidates("5512").reading();
        assertThat(ReadingDifference.between(READ, later)).isEmpty();
        assertThat(READ.saysTheSameAs(later)).isTrue();
    }
}
