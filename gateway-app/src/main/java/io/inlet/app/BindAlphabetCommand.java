package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code inlet binds probe-alphabet}: finds out what a carrier means by a data_coding. */
@Command(
        name = "probe-alphabet",
        description = {
            "Show the last payload that came over a bind for a number without a lease under every"
                    + " alphabet, the likeliest first.",
            "Have the carrier send \"@ £ $ € é [ ~\" to such a number before."
        },
        mixinStandardHelpOptions = true)
final class BindAlphabetCommand implements Runnable {
    @Mixin private final BindOption bind = new BindOption();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        OpsClient client = bind.client();
        JsonNode report = client.get(bind.path(client) + "/alphabets");
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "received %s  data_coding %d  octets %s%n%n",
                report.path("receivedAt").asText(),
                report.path("dataCoding").asInt(),
                report.path("octets").asText());
        Columns table = new Columns("SCORE", "ALPHABET", "TEXT", "BECAUSE");
        for (JsonNode guess : report.path("guesses")) {
            table.row(
                    guess.path("score").asText(),
                    guess.path("alphabet").asText(),
                    guess.path("text").asText().replaceAll("[\\r\\n\\t]", " "),
                    guess.path("reason").asText());
        }
        table.print(out);
    }
}
