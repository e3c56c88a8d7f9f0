package io.inlet.simulator.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.simulator.RawEsme;
import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScriptRunnerTest {
    @Test
    void a_script_is_gone_through_in_its_order() throws Exception {
        Script script =
                Script.parse(
                        """
                        await binds 1 within 5s
                        send to +999123 from "ACME" text "First"
                        await answers within 5s
                        enquire_link
                        wait 1ms
                        close
                        """);
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT)) {
            CompletableFuture<ScriptReport> run = run(smsc, script);
            try (RawEsme esme = RawEsme.bound(smsc.port())) {
                esme.answer(esme.read(), 0);
                assertThat(esme.read().commandId()).isEqualTo(0x15);
                assertThat(run.get(30, TimeUnit.SECONDS).passed()).isTrue();
            }
            assertThat(smsc.ledger().acknowledged()).isEqualTo(1);
        }
    }

    @Test
    void what_came_before_the_first_deed_counts_and_what_came_before_another_does_not()
            throws Exception {
        Script script =
                Script.parse(
                        """
                        expect bind_transceiver within 1ms
                        enquire_link
                        expect no bind_transceiver for 1ms
                        """);
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
                RawEsme _ = RawEsme.bound(smsc.port())) {
            assertThat(new ScriptRunner(smsc).run(script).rows())
                    .extracting(ScriptReport.Row::holds)
                    .containsExactly(true, true, true);
        }
    }

    @Test
    void a_script_ends_early_when_what_it_awaits_does_not_come() throws Exception {
        Script script = Script.parse("await binds 1 within 50ms\nrefuse binds with 0x05 for 1h");
        try (ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT)) {
            assertThat(new ScriptRunner(smsc).run(script).passed()).isFalse();
            try (RawEsme _ = RawEsme.bound(smsc.port())) {
                assertThat(smsc.sessions()).hasSize(1);
            }
        }
    }

    @Test
    void a_wait_ends_when_the_carrier_is_closed() throws Exception {
        ScriptedSmsc smsc = ScriptedSmsc.start(SmscSettings.DEFAULT);
        CompletableFuture<ScriptReport> run = run(smsc, Script.parse("wait 1h"));
        smsc.close();
        assertThat(run.get(30, TimeUnit.SECONDS).completed()).isFalse();
    }

    private static CompletableFuture<ScriptReport> run(ScriptedSmsc smsc, Script script) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return new ScriptRunner(smsc).run(script);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
