package io.inlet.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NumberPositionTest {
    private static final Instant END = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant FREE = END.plusSeconds(3_600);

    private final NumberPosition leased =
            NumberPosition.NEW.after(
                    new NumberChange(
                            NumberChange.Kind.LEASED, Instant.EPOCH, null, END, FREE, null));

    @Test
    void a_lease_is_followed_by_rest_and_rest_by_the_pool() {
        assertThat(NumberPosition.NEW.stateAt(Instant.EPOCH)).isEqualTo(NumberState.AVAILABLE);
        assertThat(leased.stateAt(END.minusNanos(1))).isEqualTo(NumberState.LEASED);
        assertThat(leased.stateAt(END)).isEqualTo(NumberState.COOLDOWN);
        assertThat(leased.stateAt(FREE.minusNanos(1))).isEqualTo(NumberState.COOLDOWN);
        assertThat(leased.stateAt(FREE)).isEqualTo(NumberState.AVAILABLE);
    }

    @Test
    void a_marked_number_leaves_the_pool_when_its_lease_ends() {
        for (Standing standing : Standing.values()) {
            if (standing != Standing.IN_SERVICE) {
                NumberPosition marked =
                        leased.after(NumberChange.standing(standing, Instant.EPOCH, "why"));
                assertThat(marked.reason()).isEqualTo("why");
                assertThat(marked.stateAt(END.minusNanos(1))).isEqualTo(NumberState.LEASED);
                assertThat(marked.stateAt(END).name()).isEqualTo(standing.name());
                assertThat(marked.stateAt(FREE).name()).isEqualTo(standing.name());
            }
        }
    }

    @Test
    void a_reinstated_number_rests_as_long_as_it_would_have() {
        NumberPosition again =
                leased.after(NumberChange.standing(Standing.RETIRED, Instant.EPOCH, "why"))
                        .after(NumberChange.standing(Standing.IN_SERVICE, Instant.EPOCH, null));
        assertThat(again).isEqualTo(leased);
    }
}
