package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.intake.Disposition.Deferred;
import io.inlet.intake.Disposition.Quarantined;
import io.inlet.intake.QuarantineReason;
import io.inlet.sms.MessageId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private final Verdict verdict =
            new Verdict(
                    new CarrierSettings(
                            "acme",
                            TemporaryStatus.ESME_RTHROTTLED,
                            TemporaryStatus.ESME_RX_T_APPN,
                            UnreadableStatus.ESME_RINVMSGLEN,
                            false,
                            List.of(Rig.bind("b1", 2775, _ -> {}))));

    @Test
    void carrier_hears_the_errors_that_it_is_configured_for() {
        assertThat(verdict.status(new Deferred(Deferred.Reason.INTAKE_FULL))).isEqualTo(0x58);
        assertThat(verdict.status(new Deferred(Deferred.Reason.STORE_UNAVAILABLE))).isEqualTo(0x64);
        assertThat(verdict.status(null)).isEqualTo(0x64);
    }

    @Test
    void carrier_that_wants_to_know_hears_of_what_cannot_be_parsed() {
        MessageId id = new MessageId(new UUID(1, 1));
        assertThat(verdict.status(new Quarantined(id, QuarantineReason.UNREADABLE)))
                .isEqualTo(0x01);
        assertThat(verdict.status(new Quarantined(id, QuarantineReason.NO_LEASE))).isZero();
    }
}
