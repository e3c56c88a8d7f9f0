package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.CONTENT_KEY;
import static io.inlet.persistence.jooq.Tables.MESSAGES;

import io.inlet.id.Uuid7;
import io.inlet.intake.QuarantineReason;
import io.inlet.seal.ContentCodec;
import io.inlet.seal.Seal;
import io.inlet.sms.BindId;
import io.inlet.sms.Content;
import io.inlet.sms.Octets;
import io.inlet.sms.ReceivedPart;
import io.inlet.sms.UnclaimedPdus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The PDUs of quarantined messages. Any thread; blocks. */
public final class PostgresUnclaimedPdus implements UnclaimedPdus {
    private static final Duration DAY = Duration.ofDays(1);

    // What another reason refused was meant for somebody who has, or had, the number.
    private static final List<String> NEVER_LEASED =
            List.of(Codes.of(QuarantineReason.UNKNOWN_NUMBER), Codes.of(QuarantineReason.NO_LEASE));

    private final Database database;
    private final ContentKeys keys;
    private final InstantSource clock;

    public PostgresUnclaimedPdus(Database database, ContentKeys keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    // The bound stands in the SQL itself, so that planning leaves older partitions out.
    @Override
    public @Nullable ReceivedPart last(BindId bind) {
        UUID oldest = Uuid7.floor(clock.instant().minus(DAY));
        Content content =
                database.dsl()
                        .select(MESSAGES.MESSAGE_ID, MESSAGES.VERSION, MESSAGES.SEALED)
                        .select(CONTENT_KEY.CONTENT_KEY_ID, CONTENT_KEY.WRAPPED)
                        .from(MESSAGES)
                        .join(CONTENT_KEY)
                        .on(CONTENT_KEY.CONTENT_KEY_ID.eq(MESSAGES.CONTENT_KEY_ID))
                        .where(MESSAGES.MESSAGE_ID.ge(DSL.inline(oldest)))
                        .and(MESSAGES.BIND_ID.eq(bind.uuid()))
                        .and(MESSAGES.QUARANTINE_REASON.in(NEVER_LEASED))
                        .orderBy(MESSAGES.MESSAGE_ID.desc())
                        .limit(1)
                        .fetchOne(row ->
                                ContentCodec.decodeContent(
                                        Seal.open(
                                                keys.open(
                                                        row.get(CONTENT_KEY.CONTENT_KEY_ID),
                                                        row.get(CONTENT_KEY.WRAPPED)),
                                                row.get(MESSAGES.MESSAGE_ID),
                                                row.get(MESSAGES.VERSION),
                                                Octets.wrap(row.get(MESSAGES.SEALED)))));
        return content == null ? null : ofBind(content, bind);
    }

    private static @Nullable ReceivedPart ofBind(Content content, BindId bind) {
        return content.parts().stream()
                .filter(part -> part.bind().equals(bind))
                .findFirst()
                .orElse(null);
    }
}
