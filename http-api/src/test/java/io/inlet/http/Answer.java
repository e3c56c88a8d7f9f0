package io.inlet.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** An answer that the contract allows. */
public record Answer(int status, HttpHeaders headers, String body) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    /** The text at a place such as {@code /lease/id}. */
    public String text(String pointer) {
        JsonNode node = json().at(pointer);
        if (!node.isTextual()) {
            throw new AssertionError("no text at " + pointer + " of " + body);
        }
        return node.textValue();
    }

    /** The last part of the problem's type. */
    public String problem() {
        return text("/type").substring("/problems/".length());
    }
}
