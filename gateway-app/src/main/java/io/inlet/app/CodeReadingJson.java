package io.inlet.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inlet.code.CodeReading;
import io.inlet.id.EnumName;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A reading as {@code inlet codes --jsonl} prints it. */
final class CodeReadingJson {
    private CodeReadingJson() {}

    static ObjectNode of(JsonNode id, CodeReading reading) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("id", id);
        json.put("code", reading.code());
        json.put("display", reading.display());
        json.put("brand", reading.brand());
        json.put(
                "ttl_s", reading.validFor() == null ? null : (Long) reading.validFor().toSeconds());
        json.put(
                "valid_until",
                reading.validUntil() == null ? null : reading.validUntil().toString());
        json.put("purpose", EnumName.of(reading.purpose()));
        json.put("kind", EnumName.of(reading.kind()));
        json.put(
                "confidence",
                BigDecimal.valueOf(reading.confidence()).setScale(2, RoundingMode.HALF_UP));
        json.put("rule", reading.rule());
        json.put("rule_version", reading.ruleVersion());
        reading.candidates().forEach(json.putArray("candidates")::add);
        return json;
    }
}
