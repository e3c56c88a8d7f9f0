package io.inlet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sms.Address;
import io.inlet.sms.Alphabet;
import io.inlet.sms.BindId;
import io.inlet.sms.Envelope;
import io.inlet.sms.Octets;
import io.inlet.sms.ReceivedPart;
import io.inlet.sms.UserData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JoinedTextTest {
    private static final Address SOMEBODY = new Address(1, 1, "4915550001");

    private static PartContent part(int number, Octets octets) {
        return new PartContent(
                SOMEBODY,
                SOMEBODY,
                Envelope.of(SOMEBODY, SOMEBODY),
                new UserData(Alphabet.UCS2, Octets.EMPTY, octets),
                new ReceivedPart(number, new BindId(new UUID(7, 7)), Instant.EPOCH, Octets.EMPTY));
    }

    private static PartContent part(int number, String text) {
        return part(number, Octets.wrap(text.getBytes(StandardCharsets.UTF_16BE)));
    }

    private static JoinedText joined(int total, PartContent... parts) {
        return JoinedText.of(List.of(parts), total);
    }

    @Test
    void what_is_missing_shows_once_wherever_it_is() {
        assertThat(joined(9, part(2, "b"), part(3, "c"), part(6, "f")).text())
                .isEqualTo("\uFFFDbc\uFFFDf\uFFFD");
        assertThat(joined(2, part(1, "a"), part(2, "b")).text()).isEqualTo("ab");
        assertThat(joined(255, part(255, "z")).text()).isEqualTo("\uFFFDz");
    }

    @Test
    void half_a_character_before_a_gap_is_not_joined_with_the_half_after_it() {
        PartContent high = part(1, Octets.hex("0061d83d"));
        PartContent low = part(3, Octets.hex("de000062"));
        assertThat(joined(3, high, low).text()).isEqualTo("a\uFFFD\uFFFD\uFFFDb");
    }

    @Test
    void nothing_that_a_gap_may_have_cut_is_sure() {
        assertThat(joined(2, part(1, "Your code is 123 45")).sure())
                .isEqualTo("Your code is " + "\uFFFD".repeat(6 + 1));
        assertThat(joined(2, part(2, "-456 is your code")).sure())
                .isEqualTo("\uFFFD" + "\uFFFD".repeat(4) + " is your code");
        assertThat(joined(3, part(1, "Code 123456. Thanks"), part(3, "lot")).sure())
                .isEqualTo("Code 123456. " + "\uFFFD".repeat(6 + 1 + 3));
        assertThat(joined(1, part(1, "Your code is 12345")).sure()).endsWith("12345");
    }

    @Test
    void what_is_sure_of_a_stored_text_is_what_was_sure_at_first() {
        PartContent[] some = {
            part(2, "12 34"), part(3, "5 is it. B"), part(6, " 9 "), part(8, "."), part(9, "77")
        };
        JoinedText first = joined(11, some);
        assertThat(JoinedText.sure(first.text(), List.of(1, 4, 5, 7, 10, 11)))
                .isEqualTo(first.sure());
        assertThat(JoinedText.sure("Code 12345", List.of())).isEqualTo("Code 12345");
    }

    @Test
    void gap_in_a_stored_text_is_not_taken_for_what_could_not_be_decoded() {
        String first = joined(2, part(1, Octets.hex("00310032d83d"))).text();
        assertThat(first).isEqualTo("12\uFFFD\uFFFD");
        assertThat(JoinedText.sure(first, List.of(2))).isNull();
    }
}
