package io.inlet.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                " stop. ",
                "Stop!",
                "Stop  all",
                "ARRÊT",
                "arret",
                "BAJA",
                "إلغاء",
                "HỦY",
                "Διακοπή",
                "СТОП",
                "बंद",
                "ยกเลิก",
                "退订",
                "수신거부",
                "İPTAL"
            })
    void keyword_is_known_however_it_is_written(String text) {
        assertThat(OptOutWords.BUILT_IN.contains(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Your code is 482913. Reply STOP to end",
                "please stop",
                "stop 482913",
                "nonstop",
                "No",
                "बद"
            })
    void text_with_more_or_less_is_none(String text) {
        assertThat(OptOutWords.BUILT_IN.contains(text)).isFalse();
    }

    @Test
    void long_text_is_none() {
        assertThat(OptOutWords.BUILT_IN.contains("stop" + " ".repeat(100_000))).isFalse();
    }
}
