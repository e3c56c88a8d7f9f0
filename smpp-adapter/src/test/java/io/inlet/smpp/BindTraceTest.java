package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.smpp.trace.PduLine;
import io.inlet.smpp.trace.PduRing;
import io.inlet.sms.BindName;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BindTraceTest {
    @Test
    void what_passes_over_a_bind_is_kept_both_ways_and_over_sessions() {
        try (Rig rig = Rig.start()) {
            RawSmsc.Link first = rig.smsc.bound();
            first.write(Pdus.deliverSm(1, "Code 481516"), Pdus.deliverSm(2, "Code 2342"));
            first.read();
            first.read();
            first.close();
            rig.smsc.bound();
            PduRing trace = Objects.requireNonNull(rig.carriers.trace(new BindName("acme", "b1")));

            await().until(() -> trace.lines().size() >= 8);
            List<PduLine> lines = trace.lines();
            assertThat(lines.stream().map(line -> line.session() + " " + line.command()))
                    .containsExactly(
                            "1 bind_transceiver",
                            "1 bind_transceiver_resp",
                            "1 deliver_sm",
                            "1 deliver_sm",
                            "1 deliver_sm_resp",
                            "1 deliver_sm_resp",
                            "2 bind_transceiver",
                            "2 bind_transceiver_resp");
            assertThat(lines.toString()).doesNotContain("481516", "secret1");
        }
    }

    @Test
    void a_bind_that_does_not_exist_has_no_trace() {
        try (Rig rig = Rig.start()) {
            assertThat(rig.carriers.trace(new BindName("acme", "b2"))).isNull();
        }
    }
}
