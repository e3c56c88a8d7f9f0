package io.inlet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.smpp.BindState;
import io.inlet.smpp.BindStatus;
import io.inlet.smpp.EndReason;
import io.inlet.smpp.LastEnd;
import io.inlet.smpp.Traffic;
import io.inlet.sms.BindId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class BindListTest {
    private static final BindId ID = new BindId(new UUID(0, 1));

    @Test
    void a_bind_that_waits_says_why_in_the_words_of_log_and_metrics() {
        var shown = BindList.shown(ID, ended(BindState.WAITING));

        assertThat(shown.state()).isEqualTo("waiting");
        assertThat(shown.reason()).isEqualTo("bind_refused");
    }

    @Test
    void a_bind_that_is_up_has_no_reason() {
        assertThat(BindList.shown(ID, ended(BindState.BOUND)).reason()).isNull();
    }

    private static BindStatus ended(BindState state) {
        LastEnd end = new LastEnd(EndReason.BIND_REFUSED, Instant.EPOCH, "", "");
        Traffic none = new Traffic(0, 0, 0, 0, Map.of(), 0, null, 0, 0, null, null);
        return new BindStatus("acme", "main", state, Instant.EPOCH, "", end, 1, none);
    }
}
