package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Shows a person what a reload does, or did. */
record ReloadTable(JsonNode report) {
    /**
     * Prints it.
     *
     * @throws CommandFailure if the reload is refused
     */
    void print(PrintWriter out) {
        expectAccepted();
        printRows(out);
    }

    /**
     * Prints it under a title.
     *
     * @throws CommandFailure if the reload is refused; nothing is printed then
     */
    void print(String title, PrintWriter out) {
        expectAccepted();
        out.println(title);
        printRows(out);
    }

    private void expectAccepted() {
        List<String> problems = texts(report.path("problems"));
        if (!problems.isEmpty()) {
            throw new CommandFailure(
                    "the reload is refused, and nothing changes:\n  "
                            + String.join("\n  ", problems));
        }
    }

    private void printRows(PrintWriter out) {
        Columns table = new Columns("BIND", "CHANGE", "SETTINGS");
        for (JsonNode bind : report.path("binds")) {
            table.row(
                    bind.path("carrier").asText() + "/" + bind.path("name").asText(),
                    bind.path("change").asText(),
                    String.join(", ", texts(bind.path("settings"))));
        }
        table.print(out);
        if (report.path("changesLog").asBoolean()) {
            out.println("log levels change");
        }
        List<String> needRestart = texts(report.path("needRestart"));
        if (!needRestart.isEmpty()) {
            out.println("changed, and waiting for a restart: " + String.join(", ", needRestart));
        }
        out.flush();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
