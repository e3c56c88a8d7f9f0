package io.inlet.http;

import io.inlet.intake.Failure;
import io.inlet.intake.FailureQuery;
import io.inlet.intake.FailureStore;
import io.inlet.intake.QuarantineReason;
import io.inlet.intake.Redecoding;
import io.inlet.sms.BindId;
import io.inlet.sms.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One failure, and what was asked last. */
final class ScriptedFailures implements FailureStore, Redecoding {
    static final MessageId ID = new MessageId(new UUID(0x0198_0000_0000_7000L, 1L << 63));

    volatile @Nullable FailureQuery asked;
    volatile Redecoding.@Nullable Request redecoded;

    @Override
    public List<Failure> list(FailureQuery query) {
        asked = query;
        return List.of(
                new Failure(
                        ID,
                        QuarantineReason.UNREADABLE,
                        "cut short",
                        new BindId(new UUID(0x0198_0000_0000_7000L, 1L << 63)),
                        "acme",
                        "primary",
                        Instant.EPOCH));
    }

    @Override
    public Reprocessed reprocess(FailureQuery query) {
        asked = query;
        return new Reprocessed(6, 1, 2, 1, 1, 1, ID);
    }

    @Override
    public Redecoded redecode(Request request) {
        redecoded = request;
        if (!request.bind().bind().equals("primary")) {
            throw new IllegalArgumentException("carrier and bind: there is no such bind");
        }
        return new Redecoded(3, 2, 1, 4, null);
    }
}
