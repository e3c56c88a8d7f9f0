package io.inlet.http;

import io.inlet.code.ReadingDifference;
import io.inlet.intake.Failure;
import io.inlet.intake.FailureQuery;
import io.inlet.intake.FailureStore;
import io.inlet.intake.QuarantineReason;
import io.inlet.intake.Redecoding;
import io.inlet.intake.Rereading;
import io.inlet.sms.BindId;
import io.inlet.sms.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One failure, messages that read differently, and what was asked last. */
final class ScriptedFailures implements FailureStore, Redecoding, Rereading {
    static final MessageId ID = new MessageId(new UUID(0x0198_0000_0000_7000L, 1L << 63));

    volatile @Nullable FailureQuery asked;
    volatile Redecoding.@Nullable Request redecoded;
    volatile Rereading.@Nullable Request reread;

    /** Whether its work ends in a bug. */
    volatile boolean broken;

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
    public Redecoding.Outcome redecode(Redecoding.Request request) {
        redecoded = request;
        expectWhole();
        if (!request.bind().bind().equals("primary")) {
            return new Redecoding.NoSuchBind();
        }
        return new Redecoded(3, 2, 1, 4, null);
    }

    @Override
    public Rereading.Outcome reread(Rereading.Request request) {
        reread = request;
        expectWhole();
        return new Reread(
                7,
                3,
                2,
                4,
                Map.of(ReadingDifference.CODE_FOUND, 1, ReadingDifference.BRAND, 3),
                ID);
    }

    private void expectWhole() {
        if (broken) {
            throw new IllegalArgumentException("names no constant: LOGIN");
        }
    }
}
