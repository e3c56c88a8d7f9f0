package io.inlet.app;

import io.inlet.simulator.ScriptedSmsc;
import io.inlet.simulator.SmscSettings;
import io.inlet.simulator.script.Script;
import io.inlet.simulator.script.ScriptReport;
import io.inlet.simulator.script.ScriptRunner;
import io.inlet.simulator.script.Shipped;
import io.inlet.simulator.script.Variables;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** A carrier of its own for each shipped script, with a number of its own. */
record ScriptedCarrier(String name, Script script, ScriptedSmsc smsc, long number)
        implements AutoCloseable {
    private static final String TWO_BINDS = "binds: 2";

    static ScriptedCarrier start(String name, long number) throws IOException {
        Variables variables = new Variables(List.of(String.valueOf(number)), number);
        Script script = Script.parse(Shipped.text(name), variables);
        ScriptedSmsc smsc = ScriptedSmsc.start(script.applied(SmscSettings.DEFAULT));
        return new ScriptedCarrier(name, script, smsc, number);
    }

    CompletableFuture<ScriptReport> run(Executor executor) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new ScriptRunner(smsc).run(script);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                executor);
    }

    /** Its part of the gateway's configuration, with the settings that the script needs. */
    String yaml() {
        String carrier = "  - name: %s\n    simulated: true\n    binds:\n".formatted(name);
        String second = script.needs().contains(TWO_BINDS) ? bind("second") : "";
        return carrier + bind("first") + second;
    }

    private String bind(String bind) {
        String settings =
                """
                - name: %s
                  hosts: [127.0.0.1:%d]
                  systemId: inlet
                  passwordFile: carrier.password
                  timers:
                    bindResponse: 3s
                    enquireLink: 1s
                    enquireLinkAnswer: 1500ms
                    proof: 200ms
                    reconnectFirst: 100ms
                    reconnectMost: 500ms
                """
                        .formatted(bind, smsc.port());
        return (settings + needs()).indent(6);
    }

    // "text.dataCoding0: utf8" is the setting dataCoding0 of the group text.
    private String needs() {
        return script.needs().stream()
                .filter(need -> !need.equals(TWO_BINDS))
                .map(need -> "  " + need.replace(".", ":\n    ") + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        smsc.close();
    }
}
