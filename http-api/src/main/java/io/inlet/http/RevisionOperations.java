package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import io.inlet.code.ReadingDifference;
import io.inlet.id.EnumName;
import io.inlet.intake.Redecoding;
import io.inlet.intake.Redecoding.Redecoded;
import io.inlet.intake.Rereading;
import io.inlet.intake.Rereading.Reread;
import io.inlet.intake.StoredRange;
import io.inlet.sms.BindName;
import io.inlet.sms.MessageId;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stored messages that say something else now, for operators; no answer holds content. Called on
 * virtual threads; blocks on the stores.
 */
final class RevisionOperations {
    private final Redecoding redecoding;
    private final Rereading rereading;

    RevisionOperations(Redecoding redecoding, Rereading rereading) {
        this.redecoding = redecoding;
        this.rereading = rereading;
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
                    name(carrier, bind), range(from, to, after), Boolean.TRUE.equals(dryRun));
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

    private record RereadBody(
            @Nullable String tenant,
            @Nullable String carrier,
            @Nullable String bind,
            @Nullable String from,
            @Nullable String to,
            @Nullable Boolean dryRun,
            @Nullable String after) {
        Rereading.Request request() {
            boolean anyBind = carrier == null && bind == null;
            return new Rereading.Request(
                    tenant == null ? null : id(tenant),
                    anyBind ? null : name(carrier, bind),
                    range(from, to, after),
                    Boolean.TRUE.equals(dryRun));
        }

        private static TenantId id(String text) {
            try {
                return TenantId.parse(text);
            } catch (IllegalArgumentException _) {
                throw Texts.refused("tenant", "ten_ and 26 characters");
            }
        }
    }

    private record RereadJson(
            int examined,
            int changed,
            int unreadable,
            int suspended,
            Map<String, Integer> differences,
            @Nullable String next) {
        static RereadJson of(Reread page) {
            return new RereadJson(
                    page.examined(),
                    page.changed(),
                    page.unreadable(),
                    page.suspended(),
                    differences(page.differences()),
                    MessageIds.text(page.next()));
        }

        private static Map<String, Integer> differences(Map<ReadingDifference, Integer> counts) {
            Map<String, Integer> all = new LinkedHashMap<>();
            for (ReadingDifference difference : ReadingDifference.values()) {
                all.put(EnumName.field(difference), counts.getOrDefault(difference, 0));
            }
            return all;
        }
    }

    HttpResponse redecode(Exchange exchange) {
        RedecodeBody body = exchange.json(RedecodeBody.class);
        return switch (redecoding.redecode(body.request())) {
            case Redecoded page -> Answers.ok(RedecodedJson.of(page));
            case Redecoding.NoSuchBind _ -> throw noBind();
        };
    }

    HttpResponse reread(Exchange exchange) {
        RereadBody body = exchange.json(RereadBody.class);
        return switch (rereading.reread(body.request())) {
            case Reread page -> Answers.ok(RereadJson.of(page));
            case Rereading.NoSuchBind _ -> throw noBind();
            case Rereading.NoSuchTenant _ ->
                    throw new RefusedException(
                            Problem.badRequest("tenant: there is no such tenant"));
        };
    }

    private static BindName name(@Nullable String carrier, @Nullable String bind) {
        return new BindName(
                Texts.required("carrier", carrier, Texts.LONGEST_NAME),
                Texts.required("bind", bind, Texts.LONGEST_NAME));
    }

    private static StoredRange range(
            @Nullable String from, @Nullable String to, @Nullable String after) {
        Instant start = Timestamps.parse("from", from);
        Instant end = Timestamps.parse("to", to);
        MessageId last = MessageIds.parse("after", after);
        try {
            return new StoredRange(start, end, last);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Problem.badRequest(Objects.toString(e.getMessage())));
        }
    }

    private static RefusedException noBind() {
        return new RefusedException(Problem.badRequest("carrier and bind: there is no such bind"));
    }
}
