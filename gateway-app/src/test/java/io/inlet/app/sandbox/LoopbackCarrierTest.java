package io.inlet.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sandbox.SandboxFaults;
import io.inlet.sandbox.SandboxMessage;
import io.inlet.sandbox.SendOutcome;
import io.inlet.sms.Msisdn;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoopbackCarrierTest {
    @Test
    void carrier_whose_messages_nobody_takes_bears_ten_thousand_pdus_and_no_more()
            throws IOException {
        SandboxMessage now = message(Duration.ZERO);
        SandboxMessage later = message(Duration.ofSeconds(60));
        try (LoopbackCarrier carrier = LoopbackCarrier.start("inlet", "secret")) {
            for (int i = 0; i < 5_000; i++) {
                assertThat(carrier.send(now)).isInstanceOf(SendOutcome.Sent.class);
                assertThat(carrier.send(later)).isInstanceOf(SendOutcome.Sent.class);
            }

            assertThat(carrier.send(now)).isInstanceOf(SendOutcome.Congested.class);
            assertThat(carrier.send(later)).isInstanceOf(SendOutcome.Congested.class);
        }
    }

    private static SandboxMessage message(Duration delay) {
        return new SandboxMessage(
                new Msisdn("999000000001"),
                "Acme",
                "hello",
                new SandboxFaults(delay, false, false, 0, false));
    }
}
