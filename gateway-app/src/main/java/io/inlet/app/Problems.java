package io.inlet.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.UnaryOperator;

/** Turns an answer of RFC 9457 into lines for a person. */
final class Problems {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Problems() {}

    static String describe(int status, String body) {
        return describe(status, body, UnaryOperator.identity());
    }

    /**
     * Lines for a person who gave something else than what was sent.
     *
     * @param words puts what is wrong in the words of what was given
     */
    static String describe(int status, String body, UnaryOperator<String> words) {
        try {
            JsonNode problem = JSON.readTree(body);
            StringBuilder text = new StringBuilder(headline(problem, words));
            for (JsonNode reason : problem.path("problems")) {
                text.append("\n  ").append(words.apply(reason.asText()));
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
    private static String headline(JsonNode problem, UnaryOperator<String> words) {
        String title = problem.path("title").asText("refused");
        String detail = words.apply(problem.path("detail").asText(""));
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
