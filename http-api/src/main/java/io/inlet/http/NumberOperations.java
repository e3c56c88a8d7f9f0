package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.MediaType;
import io.inlet.number.NumberStore;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The pool over HTTP, for operators. Called on virtual threads; blocks on the store. */
final class NumberOperations {
    private static final MediaType CSV = MediaType.create("text", "csv");

    private final NumberStore numbers;

    NumberOperations(NumberStore numbers) {
        this.numbers = numbers;
    }

    HttpResponse importNumbers(Exchange exchange) {
        NumberFile file = NumberFile.read(text(exchange.body(CSV)));
        if (!file.wrong().isEmpty()) {
            throw refused(file.wrong().summary(), file.wrong().told());
        }
        int imported;
        try {
            imported = numbers.importNumbers(file.numbers());
        } catch (IllegalArgumentException e) {
            // The store names a carrier that is not configured.
            throw refused("nothing is imported: " + e.getMessage(), List.of());
        }
        return Answers.ok(
                Map.of("imported", imported, "present", file.numbers().size() - imported));
    }

    private static RefusedException refused(String detail, List<Problem.WrongLine> wrong) {
        return new RefusedException(
                new Problem(ProblemType.NUMBERS_REFUSED, detail, new Problem.Lines(wrong)));
    }

    private static String text(byte[] octets) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw Texts.refused("the body", "UTF-8");
        }
    }
}
