package io.inlet.app;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.inlet.app.MessageLine.Blank;
import io.inlet.app.MessageLine.Message;
import io.inlet.app.MessageLine.Wrong;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a line of messages; all that is wrong with one is told at once. Stateless. */
final class MessageReader {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    private MessageReader() {}

    /** What a line holds. */
    static MessageLine read(OctetLines.Line line) {
        if (line.tooLong()) {
            return new Wrong("longer than " + OctetLines.LONGEST + " octets");
        }
        String text = StrictUtf8.text(line.octets());
        if (text == null) {
            return new Wrong("not UTF-8");
        }
        return text.isBlank() ? new Blank() : json(text);
    }

    private static MessageLine json(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonNode json = JSON.readTree(parser);
            if (!json.isObject()) {
                return new Wrong("not an object");
            }
            return parser.nextToken() == null
                    ? message(json)
                    : new Wrong("more than one object; write each on a line of its own");
        } catch (JsonProcessingException e) {
            return new Wrong("not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            return new Wrong("not JSON: " + e.getMessage());
        }
    }

    // Other keys are labels, notes, or whatever the file was made for: none of them is read.
    private static MessageLine message(JsonNode json) {
        List<String> faults = new ArrayList<>();
        if (!json.path("id").isNumber()) {
            text("id", json, faults);
        }
        text("text", json, faults);
        JsonNode sender = json.path("sender");
        if (!sender.isMissingNode() && !sender.isNull() && !sender.isTextual()) {
            faults.add("\"sender\" is no string");
        }
        return faults.isEmpty()
                ? new Message(
                        json.path("id"),
                        json.path("text").asText(),
                        sender.isTextual() ? sender.asText() : "")
                : new Wrong(String.join(", ", faults));
    }

    private static void text(String key, JsonNode json, List<String> faults) {
        JsonNode value = json.path(key);
        if (!value.isTextual()) {
            faults.add("\"" + key + "\" is " + (json.has(key) ? "no string" : "missing"));
        }
    }
}
