package io.inlet.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The one way between records and JSON: strict in what it reads. Any thread may call it. */
final class Json {
    private static final int MOST_DEPTH = 10;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MOST_DEPTH)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            text ->
                                    text.setCoercion(
                                                    CoercionInputShape.Integer, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Float, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Boolean,
                                                    CoercionAction.Fail))
                    .build();

    private Json() {}

    /** Writes a record. */
    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours cannot be written as JSON", e);
        }
    }

    /**
     * Reads a record.
     *
     * @throws RefusedException if the octets are not that: bad_request, naming the field
     */
    static <T> T read(byte[] octets, Class<T> type) {
        try {
            T value = MAPPER.readValue(octets, type);
            if (value == null) {
                throw new RefusedException(Problem.badRequest("the body: expected an object"));
            }
            return value;
        } catch (JacksonException e) {
            throw new RefusedException(Problem.badRequest(describe(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Jackson's own messages quote the body, which may hold what must not be repeated.
    private static String describe(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return Texts.shown(unknown.getPropertyName()) + ": there is no such field";
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String field = mapping.getPath().getFirst().getFieldName();
            return (field == null ? "the body" : Texts.shown(field)) + ": the type is wrong";
        }
        if (e instanceof JsonMappingException) {
            return "the body: expected one JSON object";
        }
        JsonLocation where = e.getLocation();
        if (where == null) {
            return "the body: nested too deeply, or a number or name in it is too long";
        }
        return "the body: not valid JSON at line "
                + where.getLineNr()
                + ", column "
                + where.getColumnNr();
    }
}
