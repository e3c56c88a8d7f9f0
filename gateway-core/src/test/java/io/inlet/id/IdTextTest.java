package io.inlet.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTextTest {
    private static final IdText TEXT = new IdText("msg");

    @Test
    void identifier_survives_its_text() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            UUID uuid = new UUID(random.nextLong(), random.nextLong());
            assertThat(TEXT.parse(TEXT.format(uuid))).isEqualTo(uuid);
        }
    }

    @Test
    void smallest_and_largest_are_written_out() {
        assertThat(TEXT.format(new UUID(0, 0))).isEqualTo("msg_00000000000000000000000000");
        assertThat(TEXT.format(new UUID(-1, -1))).isEqualTo("msg_7zzzzzzzzzzzzzzzzzzzzzzzzz");
        assertThat(TEXT.format(new UUID(0, 31))).endsWith("0z");
    }

    @Test
    void upper_case_is_taken_after_the_prefix() {
        UUID uuid = new UUID(0x0123_4567_89ab_cdefL, 0x8edc_ba98_7654_3210L);
        String text = TEXT.format(uuid);
        String upper = "msg_" + text.substring(4).toUpperCase(Locale.ROOT);
        assertThat(TEXT.parse(upper)).isEqualTo(uuid);
    }

    @Test
    void order_of_text_is_order_of_identifiers() {
        assertThat(TEXT.format(new UUID(1, -1))).isLessThan(TEXT.format(new UUID(2, 0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "msg_",
                "lea_00000000000000000000000000",
                "msg_0000000000000000000000000",
                "msg_000000000000000000000000000",
                "msg_80000000000000000000000000",
                "msg_zzzzzzzzzzzzzzzzzzzzzzzzzz",
                "msg_0000000000000000000000000u",
                "msg_0000000000000000000000000i",
                "msg_0000000000000000000000000é",
                "msg_0000000000000000000000000\uFFFF",
                "MSG_00000000000000000000000000"
            })
    void anything_else_is_refused_without_repeating_it(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TEXT.parse(text))
                .withMessage("expected an identifier of the form msg_ and 26 characters");
    }
}
