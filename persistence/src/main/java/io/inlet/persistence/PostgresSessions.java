package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.BIND;
import static io.inlet.persistence.jooq.Tables.CARRIER;
import static io.inlet.persistence.jooq.Tables.SESSION;

import io.inlet.feed.EventType;
import io.inlet.id.Uuid7;
import io.inlet.intake.SessionStore;
import io.inlet.sms.Answered;
import io.inlet.sms.BindId;
import io.inlet.sms.SessionId;
import io.inlet.tenant.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * What is known of sessions. Each call may be repeated after a failure with the same result. Any
 * thread; calls block.
 */
public final class PostgresSessions implements SessionStore {
    // What is told late, by a connection that hung, does not take the place of what came after.
    private static final String PROVEN =
            """
            UPDATE session SET proven = CASE WHEN upper(proven) > told.until THEN proven
                ELSE tstzmultirange(tstzrange(NULL, told.until)) - told.gaps END
            FROM (VALUES (CAST(? AS timestamptz), CAST(? AS tstzmultirange))) AS told (until, gaps)
            WHERE session_id = ?
            """;

    private final Database database;
    private final String node;
    private final InstantSource clock;

    /**
     * @param node this gateway's name
     */
    public PostgresSessions(Database database, String node, InstantSource clock) {
        this.database = database;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public BindId register(String carrier, String bind) {
        return database.transaction(dsl -> {
            dsl.insertInto(CARRIER, CARRIER.CARRIER_)
                    .values(carrier)
                    .onConflictDoNothing()
                    .execute();
            dsl.insertInto(BIND, BIND.BIND_ID, BIND.CARRIER, BIND.NAME)
                    .values(Uuid7.mint(clock.instant()), carrier, bind)
                    .onConflictDoNothing()
                    .execute();
            UUID id =
                    dsl.select(BIND.BIND_ID)
                            .from(BIND)
                            .where(BIND.CARRIER.eq(carrier), BIND.NAME.eq(bind))
                            .fetchSingle()
                            .value1();
            return new BindId(id);
        });
    }

    @Override
    public void opened(SessionId session, BindId bind, Instant at) {
        database.run(dsl -> {
            int opened =
                    dsl.insertInto(SESSION)
                            .columns(
                                    SESSION.SESSION_ID,
                                    SESSION.BIND_ID,
                                    SESSION.NODE,
                                    SESSION.OPENED_AT)
                            .values(session.uuid(), bind.uuid(), node, at)
                            .onConflictDoNothing()
                            .execute();
            if (opened == 1) {
                tell(dsl, EventType.BIND_BOUND, bind, node);
            }
        });
    }

    @Override
    public void proven(SessionId session, Answered answered) {
        int changed =
                database.dsl()
                        .execute(
                                PROVEN,
                                answered.until().toString(),
                                gaps(answered),
                                session.uuid());
        mustBeOne(changed, session);
    }

    // As a multirange is written; PostgreSQL sorts and joins them itself.
    private static String gaps(Answered answered) {
        return answered.gaps().stream()
                .map(gap -> "[%s,%s]".formatted(gap.first(), gap.last()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public void closed(SessionId session, Instant at, String reason) {
        database.run(dsl -> {
            var ended =
                    dsl.select(SESSION.BIND_ID, SESSION.CLOSED_AT)
                            .from(SESSION)
                            .where(SESSION.SESSION_ID.eq(session.uuid()))
                            .forUpdate()
                            .fetchOne();
            mustBeOne(ended == null ? 0 : 1, session);
            if (ended != null && ended.value2() == null) {
                dsl.update(SESSION)
                        .set(SESSION.CLOSED_AT, at)
                        .set(SESSION.END_REASON, reason)
                        .where(SESSION.SESSION_ID.eq(session.uuid()))
                        .execute();
                tell(dsl, EventType.BIND_ENDED, new BindId(ended.value1()), reason);
            }
        });
    }

    @Override
    public void missed(BindId bind, String reason, String detail) {
        String told = detail.isEmpty() ? reason : "%s (%s)".formatted(reason, detail);
        database.run(dsl -> tell(dsl, EventType.BIND_ENDED, bind, told));
    }

    // With the session's own row: told once, however often the call is repeated.
    private void tell(DSLContext dsl, EventType type, BindId bind, String detail) {
        FeedWriter.lock(dsl, Tenant.SYSTEM)
                .append(type, bind, detail, PgTime.floor(clock.instant()));
    }

    private static void mustBeOne(int changed, SessionId session) {
        if (changed != 1) {
            throw new IllegalStateException("session " + session.uuid() + " was never opened");
        }
    }
}
