package io.inlet.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;

/** Tells what can be tried while the demo stays up. */
record Invitation(Demo.Stage stage, String tenant, String key, List<JsonNode> leases) {
    void print() {
        PrintWriter out = stage.out();
        String lease =
                stage.http() + "/v1/leases/" + leases.getFirst().path("lease").path("id").asText();
        String curl = "  curl -s -H \"Authorization: Bearer $KEY\" ";
        out.println();
        out.println("  URL  " + stage.http());
        out.println("  KEY=" + key);
        out.println();
        out.println(curl + stage.http() + "/v1/leases");
        out.println(curl + lease + "/messages");
        out.println(curl + "'" + lease + "/code?timeout=60s'");
        out.println();
        out.println("  Operators: " + stage.ops() + ", tenant " + tenant + "; for example");
        out.println("  ./inlet code-rules list " + tenant + " --config " + stage.config());
        out.println();
        out.println("  The carrier sends a code to one of the four numbers every ten seconds.");
        out.println("  The contract: " + stage.http() + "/v1/openapi.yaml");
        out.println("  Ctrl-C stops everything.");
        out.flush();
    }
}
