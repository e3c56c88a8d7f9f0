package io.inlet.http;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** One of the two contracts, to hold answers against. */
public final class Contract {
    /** Where any problem may be the answer: for paths and methods that are not in the contract. */
    private static final String ANYWHERE = "/health/live";

    private final OpenApiInteractionValidator validator;
    private final String text;

    private Contract(String resource) {
        this.text = text(resource);
        this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(text).build();
    }

    /** The consumers' contract. */
    public static Contract consumers() {
        return Holder.CONSUMERS;
    }

    /** The operators' contract. */
    public static Contract operators() {
        return Holder.OPERATORS;
    }

    /**
     * What is wrong with an answer; nothing if it is as the contract says.
     *
     * @param path without the query
     */
    public List<String> violations(String method, String path, Answer answer) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        answer.headers().map().forEach((name, values) -> response.withHeader(name, values));
        if (!answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        List<String> found = check(path, Request.Method.valueOf(method), response.build());
        boolean unknown =
                found.stream()
                        .anyMatch(f ->
                                f.startsWith("validation.request.path.missing")
                                        || f.startsWith("validation.request.operation.notAllowed"));
        return unknown && answer.status() >= 400
                ? check(ANYWHERE, Request.Method.GET, response.build())
                : found;
    }

    /** Every operation, as its method and its path. */
    public Set<String> operations() {
        Set<String> all = new TreeSet<>();
        new OpenAPIV3Parser()
                .readContents(text)
                .getOpenAPI()
                .getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap()
                                .keySet()
                                .forEach(method -> all.add(method + " " + path)));
        return all;
    }

    private List<String> check(String path, Request.Method method, SimpleResponse response) {
        return validator.validateResponse(path, method, response).getMessages().stream()
                .filter(m -> m.getLevel() != ValidationReport.Level.IGNORE)
                .map(m -> m.getKey() + ": " + m.getMessage())
                .toList();
    }

    private static String text(String resource) {
        try (InputStream in =
                Objects.requireNonNull(Contract.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final Contract CONSUMERS = new Contract("/openapi.yaml");
        static final Contract OPERATORS = new Contract("/ops-openapi.yaml");
    }
}
