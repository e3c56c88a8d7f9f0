package io.inlet.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Turns an answer of RFC 9457 into lines for a person. */
final class Problems {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Problems() {}

    static String describe(int status, String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            StringBuilder text = new StringBuilder(headline(problem));
            for (JsonNode reason : problem.path("problems")) {
                text.append("\n  ").append(reason.asText());
            }
            for (JsonNode wrong : problem.path("lines")) {
                text.append("\n  line ").append(wrong.path("line").asInt());
                append(text, ": ", wrong.path("problem"));
            }
            return text.toString();
        } catch (JsonProcessingException e) {
            return "the gateway answered " + status;
        }
    }

    // What is not there is told whole by the detail.
    private static String headline(JsonNode problem) {
        String title = problem.path("title").asText("refused");
        String detail = problem.path("detail").asText("");
        if (detail.isEmpty()) {
            return title;
        }
        boolean isAbsence = problem.path("type").asText("").endsWith("/not-found");
        return isAbsence ? detail : title + ": " + detail;
    }

    private static void append(StringBuilder text, String before, JsonNode value) {
        if (!value.isMissingNode() && !value.asText().isEmpty()) {
            text.append(before).append(value.asText());
        }
    }
}
