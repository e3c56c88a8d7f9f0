package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.smpp.ReadGate.Reason;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadGateTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ReadGate gate = new ReadGate(channel, new FrameDecoder());

    @AfterEach
    void release() {
        channel.finishAndReleaseAll();
    }

    @Test
    void reading_goes_on_when_the_last_reason_to_pause_is_gone() {
        assertThat(gate.pause(Reason.OVERLOAD)).isTrue();
        assertThat(gate.pause(Reason.OVERLOAD)).isFalse();
        gate.pause(Reason.SLOW_CARRIER);
        gate.resume(Reason.OVERLOAD);
        assertThat(channel.config().isAutoRead()).isFalse();
        gate.resume(Reason.SLOW_CARRIER);
        assertThat(channel.config().isAutoRead()).isTrue();
        assertThat(gate.isPaused()).isFalse();
    }

    @Test
    void silence_of_a_pause_is_not_the_carriers() {
        gate.heard();
        gate.pause(Reason.STOPPING);
        long during = System.nanoTime();
        gate.resume(Reason.STOPPING);
        assertThat(gate.lastHeardNanos() - during).isNotNegative();
    }
}
