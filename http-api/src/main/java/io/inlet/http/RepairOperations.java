package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import io.inlet.id.EnumName;
import io.inlet.intake.Failure;
import io.inlet.intake.FailureQuery;
import io.inlet.intake.FailureStore;
import io.inlet.intake.FailureStore.Reprocessed;
import io.inlet.intake.QuarantineReason;
import io.inlet.sms.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was kept raw, for operators; no answer holds content. Called on virtual threads; blocks on
 * the store.
 */
final class RepairOperations {
    private static final int DEFAULT_PAGE = 100;
    private static final int MOST_PER_PAGE = 1000;

    /** How many one request reads again: each is a PDU of up to 70,000 octets. */
    private static final int REPROCESSED = 100;

    private final FailureStore failures;

    RepairOperations(FailureStore failures) {
        this.failures = failures;
    }

    private record FailureJson(
            String id,
            String reason,
            String problem,
            String bindId,
            @Nullable String carrier,
            @Nullable String bind,
            String arrivedAt) {
        static FailureJson of(Failure failure) {
            return new FailureJson(
                    failure.id().toString(),
                    EnumName.of(failure.reason()),
                    failure.problem(),
                    failure.bind().toString(),
                    failure.carrier(),
                    failure.bindName(),
                    Timestamps.text(failure.arrivedAt()));
        }
    }

    private record FailurePage(List<FailureJson> failures, @Nullable String next) {}

    private record ReprocessBody(
            @Nullable List<String> ids,
            @Nullable String carrier,
            @Nullable String bind,
            @Nullable String reason,
            @Nullable String from,
            @Nullable String to,
            @Nullable String after) {}

    private record ReprocessedJson(
            int examined,
            int messages,
            int parts,
            int quarantined,
            int redelivered,
            int failed,
            @Nullable String next) {
        static ReprocessedJson of(Reprocessed page) {
            return new ReprocessedJson(
                    page.examined(),
                    page.messages(),
                    page.parts(),
                    page.quarantined(),
                    page.redelivered(),
                    page.failed(),
                    MessageIds.text(page.next()));
        }
    }

    HttpResponse listFailures(Exchange exchange) {
        int limit = exchange.number("limit", DEFAULT_PAGE, MOST_PER_PAGE);
        List<Failure> page =
                failures.list(
                        new FailureQuery(
                                List.of(),
                                name("carrier", exchange.parameter("carrier")),
                                name("bind", exchange.parameter("bind")),
                                reason(exchange.parameter("reason")),
                                instant("from", exchange.parameter("from")),
                                instant("to", exchange.parameter("to")),
                                MessageIds.parse("after", exchange.parameter("after")),
                                limit));
        return Answers.ok(
                new FailurePage(
                        page.stream().map(FailureJson::of).toList(),
                        page.size() == limit ? MessageIds.text(page.getLast().id()) : null));
    }

    HttpResponse reprocess(Exchange exchange) {
        ReprocessBody body = exchange.json(ReprocessBody.class);
        FailureQuery query =
                new FailureQuery(
                        ids(body.ids()),
                        name("carrier", body.carrier()),
                        name("bind", body.bind()),
                        reason(body.reason()),
                        instant("from", body.from()),
                        instant("to", body.to()),
                        MessageIds.parse("after", body.after()),
                        REPROCESSED);
        if (!query.isSelective()) {
            throw Texts.refused("the body", "ids, carrier, bind, reason, from or to");
        }
        return Answers.ok(ReprocessedJson.of(failures.reprocess(query)));
    }

    private static List<MessageId> ids(@Nullable List<String> ids) {
        if (ids == null) {
            return List.of();
        }
        if (ids.size() > REPROCESSED) {
            throw Texts.refused("ids", "at most " + REPROCESSED);
        }
        return ids.stream().map(id -> Objects.requireNonNull(MessageIds.parse("ids", id))).toList();
    }

    private static @Nullable String name(String field, @Nullable String text) {
        return Texts.optional(field, text, Texts.LONGEST_NAME);
    }

    private static @Nullable QuarantineReason reason(@Nullable String text) {
        return text == null ? null : Names.parse("reason", text, QuarantineReason.class);
    }

    private static @Nullable Instant instant(String field, @Nullable String text) {
        return text == null ? null : Timestamps.parse(field, text);
    }
}
