package io.inlet.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inlet.app.demo.Lessee.Reading;
import io.inlet.simulator.Handed;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class AudienceTest {
    private static final Handed HANDED = new Handed(7, 1);

    private final StringWriter shown = new StringWriter();
    private final SendTimes times = new SendTimes();
    private final Audience audience =
            new Audience(List.of(), times, new Table(new PrintWriter(shown, true)));
    private final Line line = new Scene(new Pool().leased(), "+999").another(0, 123_456);

    @Test
    void a_code_sent_after_the_scene_is_expected_too() {
        audience.follow(line, () -> HANDED);

        audience.read(readingAt(0));

        assertThat(audience.sawNothingElse()).isTrue();
        assertThat(shown.toString()).contains("123456", line.shape()).doesNotContain("NOT");
    }

    @Test
    void who_reads_while_it_is_sent_still_learns_how_long_it_took() throws InterruptedException {
        Thread reader = Thread.ofPlatform().unstarted(() -> audience.read(readingAt(5_000_000)));

        audience.follow(
                line,
                () -> {
                    times.sent(HANDED.firstSegment(), 0);
                    reader.start();
                    Awaitility.await()
                            .atMost(Duration.ofSeconds(10))
                            .until(() -> ENDED_OR_WAITING.contains(reader.getState()));
                    return HANDED;
                });
        reader.join();

        assertThat(shown.toString()).contains("5 ms");
    }

    private static final Set<Thread.State> ENDED_OR_WAITING =
            Set.of(Thread.State.BLOCKED, Thread.State.TERMINATED);

    private Reading readingAt(long nanos) {
        Line.Expected expected = Objects.requireNonNull(line.expected());
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("numberUsed", expected.number());
        message.put("senderId", expected.sender());
        message.put("code", expected.code());
        message.put("content", expected.text());
        return new Reading(message, nanos, true);
    }
}
