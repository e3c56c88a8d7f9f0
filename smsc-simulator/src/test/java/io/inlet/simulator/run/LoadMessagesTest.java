package io.inlet.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.simulator.message.OutgoingMessage;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadMessagesTest {
    private static final long MICROS = 1_764_000_000_123_456L;

    private final LoadMessages messages = new LoadMessages(new Destinations("0999998", 3), "ACME");

    @Test
    void an_overwritten_copy_equals_a_message_encoded_anew() {
        for (long index : new long[] {0, 1, 2, 3, 41, 999_999_999}) {
            OutgoingMessage anew =
                    OutgoingMessage.to("+" + new Destinations("0999998", 3).number(index))
                            .from("ACME")
                            .text(LoadText.text(index, MICROS))
                            .build();
            assertThat(messages.message(index, MICROS)).isEqualTo(anew);
        }
        assertThatThrownBy(() -> messages.message(1_000_000_000, MICROS))
                .hasMessageContaining("9 digits");
    }

    @Test
    void a_reader_gets_index_and_instant_back() {
        LoadText text = Objects.requireNonNull(LoadText.parse(LoadText.text(42, MICROS)));
        assertThat(text.index()).isEqualTo(42);
        assertThat(text.sentMicros()).isEqualTo(MICROS);
        assertThat(text.code()).isEqualTo("%06d".formatted(LoadText.code(42)));
        assertThat(LoadText.parse(LoadText.text(42, MICROS).replace("000000042", "000000043")))
                .isNull();
        assertThat(LoadText.parse("Your Acme code is soon here")).isNull();
    }

    @Test
    void a_million_messages_have_a_million_codes() {
        assertThat(IntStream.range(0, 1_000_000).map(LoadText::code).distinct().count())
                .isEqualTo(1_000_000);
    }

    @Test
    void destinations_take_turns_and_keep_their_digits() {
        Destinations destinations = new Destinations("0999998", 3);
        assertThat(destinations.number(0)).isEqualTo("0999998");
        assertThat(destinations.number(2)).isEqualTo("1000000");
        assertThat(destinations.number(3)).isEqualTo("0999998");
        assertThatThrownBy(() -> new Destinations("998", 3)).hasMessageContaining("count");
        assertThatThrownBy(() -> new Destinations("+99", 1)).hasMessageContaining("first");
    }
}
