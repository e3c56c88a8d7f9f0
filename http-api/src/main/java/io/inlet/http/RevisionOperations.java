package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import io.inlet.intake.Redecoding;
import io.inlet.intake.Redecoding.Redecoded;
import io.inlet.intake.StoredRange;
import io.inlet.sms.BindName;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stored messages that say something else now, for operators; no answer holds content. Called on
 * virtual threads; blocks on the stores.
 */
final class RevisionOperations {
    private static final int LONGEST_NAME = 63;

    private final Redecoding redecoding;

    RevisionOperations(Redecoding redecoding) {
        this.redecoding = redecoding;
    }

    private record RedecodeBody(
            @Nullable String carrier,
            @Nullable String bind,
            @Nullable String from,
            @Nullable String to,
            @Nullable Boolean dryRun,
            @Nullable String after) {
        Redecoding.Request request() {
            return new Redecoding.Request(
                    new BindName(
                            Texts.required("carrier", carrier, LONGEST_NAME),
                            Texts.required("bind", bind, LONGEST_NAME)),
                    new StoredRange(
                            Timestamps.parse("from", from),
                            Timestamps.parse("to", to),
                            MessageIds.parse("after", after)),
                    Boolean.TRUE.equals(dryRun));
        }
    }

    private record RedecodedJson(
            int examined, int changed, int unreadable, int suspended, @Nullable String next) {
        static RedecodedJson of(Redecoded page) {
            return new RedecodedJson(
                    page.examined(),
                    page.changed(),
                    page.unreadable(),
                    page.suspended(),
                    MessageIds.text(page.next()));
        }
    }

    HttpResponse redecode(Exchange exchange) {
        RedecodeBody body = exchange.json(RedecodeBody.class);
        return answer(() -> RedecodedJson.of(redecoding.redecode(body.request())));
    }

    /** Ranges and stores say with an IllegalArgumentException what is wrong with a request. */
    private static HttpResponse answer(Supplier<Object> page) {
        try {
            return Answers.ok(page.get());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Problem.badRequest(Objects.toString(e.getMessage())));
        }
    }
}
