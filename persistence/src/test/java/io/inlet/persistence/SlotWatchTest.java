package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotWatchTest {
    private static final SlotOutcome HELD = new SlotOutcome.Held();
    private static final SlotOutcome.Missing OURS = new SlotOutcome.StillOurs(List.of(17));
    private static final SlotOutcome.Missing TAKEN =
            new SlotOutcome.NodeTaken("one", "process 4 on elsewhere");

    private Instant now = Instant.EPOCH;
    private final SlotWatch watch = new SlotWatch(() -> now, Duration.ofSeconds(13));

    @Test
    void a_former_session_of_ours_is_a_problem_only_when_it_does_not_end() {
        watch.tell(OURS);
        now = now.plusSeconds(13);
        watch.tell(OURS);
        assertThat(watch.state()).isEqualTo(HELD);
        now = now.plusMillis(1);
        watch.tell(OURS);
        assertThat(watch.state()).isEqualTo(OURS);
        assertThat(OURS.advice())
                .contains("PostgreSQL process [17]")
                .contains("pg_terminate_backend");
        watch.tell(new SlotOutcome.Held());
        assertThat(watch.state()).isEqualTo(HELD);
    }

    @Test
    void each_former_session_has_its_time() {
        watch.tell(OURS);
        watch.tell(new SlotOutcome.Held());
        now = now.plusSeconds(14);
        watch.tell(OURS);
        assertThat(watch.state()).isEqualTo(HELD);
    }

    @Test
    void another_gateway_is_a_problem_at_once() {
        watch.tell(OURS);
        watch.tell(TAKEN);
        assertThat(watch.state()).isEqualTo(TAKEN);
        assertThat(TAKEN.advice()).startsWith("another gateway runs as node one");
    }
}
