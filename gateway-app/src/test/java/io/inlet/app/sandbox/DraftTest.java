package io.inlet.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.sandbox.SandboxFaults;
import io.inlet.sandbox.SandboxMessage;
import io.inlet.sandbox.SendOutcome;
import io.inlet.sms.Msisdn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftTest {
    @Test
    void text_goes_in_one_part_as_long_as_one_sms_holds_it() {
        assertThat(sent("x".repeat(160), SandboxFaults.NONE).parts()).isEqualTo(1);
        assertThat(sent("x".repeat(161), SandboxFaults.NONE).parts()).isEqualTo(2);
        assertThat(sent("я".repeat(70), SandboxFaults.NONE).parts()).isEqualTo(1);
        assertThat(sent("я".repeat(71), SandboxFaults.NONE).parts()).isEqualTo(2);
        assertThat(sent("я".repeat(1_000), SandboxFaults.NONE).parts()).isEqualTo(16);
    }

    @Test
    void faults_decide_which_parts_go_out_in_which_order() {
        String three = "x".repeat(400);

        assertThat(sent(three, faults(false, false, 0)).order()).isEqualTo(List.of(1, 2, 3));
        assertThat(sent(three, faults(true, false, 0)).order())
                .isEqualTo(List.of(1, 2, 3, 1, 2, 3));
        assertThat(sent(three, faults(true, true, 2)).order()).isEqualTo(List.of(3, 1, 3, 1));
    }

    @Test
    void fault_that_does_not_fit_the_text_is_refused() {
        assertThat(refused("short", faults(false, true, 0)).field()).isEqualTo("text");
        assertThat(refused("short", faults(false, false, 1)).field()).isEqualTo("text");
        assertThat(refused("x".repeat(400), faults(false, false, 4)))
                .isEqualTo(new SendOutcome.Unfit("faults.missingPart", "1 to 3 for this text"));
    }

    @Test
    void sender_that_no_pdu_can_hold_is_refused() {
        Draft draft = Draft.of(new SandboxMessage(TO, "云帆", "hello", SandboxFaults.NONE));

        assertThat(draft)
                .isEqualTo(new Draft.Refused(new SendOutcome.Unfit("from", "Latin-1 characters")));
    }

    private static final Msisdn TO = new Msisdn("999000000001");

    private static SandboxFaults faults(boolean doubled, boolean outOfOrder, int missing) {
        return new SandboxFaults(Duration.ZERO, doubled, outOfOrder, missing, false);
    }

    private static SendOutcome.Sent sent(String text, SandboxFaults faults) {
        Draft draft = Draft.of(new SandboxMessage(TO, "Acme", text, faults));
        assertThat(draft).isInstanceOf(Draft.Written.class);
        Draft.Written written = (Draft.Written) draft;
        assertThat(written.message().pdus()).hasSameSizeAs(written.sent().order());
        return written.sent();
    }

    private static SendOutcome.Unfit refused(String text, SandboxFaults faults) {
        Draft draft = Draft.of(new SandboxMessage(TO, "Acme", text, faults));
        assertThat(draft).isInstanceOf(Draft.Refused.class);
        return ((Draft.Refused) draft).why();
    }
}
