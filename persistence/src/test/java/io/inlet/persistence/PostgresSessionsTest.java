package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.DELIVERY;
import static io.inlet.persistence.jooq.Tables.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.persistence.jooq.tables.records.SessionRecord;
import io.inlet.sms.BindId;
import io.inlet.sms.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSessionsTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Instant T = Instant.parse("2026-03-01T12:00:00.123456Z");

    private final PostgresSessions sessions =
            new PostgresSessions(db.database(), "node-1", InstantSource.system());

    @Test
    void a_bind_has_one_id_for_good() {
        BindId id = sessions.register("alpha", "main");
        assertThat(sessions.register("alpha", "main")).isEqualTo(id);
        assertThat(sessions.register("alpha", "spare")).isNotEqualTo(id);
        assertThat(sessions.register("beta", "main")).isNotEqualTo(id);
    }

    @Test
    void what_is_proven_never_moves_back() {
        SessionId id = open();
        sessions.proven(id, T.plusSeconds(5));
        sessions.proven(id, T.plusSeconds(3));
        assertThat(row(id).getProvenUntil()).isEqualTo(T.plusSeconds(5));
        sessions.proven(id, T.plusSeconds(9));
        assertThat(row(id).getProvenUntil()).isEqualTo(T.plusSeconds(9));
    }

    @Test
    void the_first_end_of_a_session_holds() {
        SessionId id = open();
        assertThat(row(id).getOpenedAt()).isEqualTo(T);
        assertThat(row(id).getNode()).isEqualTo("node-1");
        sessions.closed(id, T.plusSeconds(1), "peer_unbound");
        sessions.closed(id, T.plusSeconds(2), "connection_lost");
        assertThat(row(id).getClosedAt()).isEqualTo(T.plusSeconds(1));
        assertThat(row(id).getEndReason()).isEqualTo("peer_unbound");
    }

    @Test
    void a_repeated_opening_changes_nothing() {
        SessionId id = open();
        BindId bind = new BindId(row(id).getBindId());
        assertThatCode(() -> sessions.opened(id, bind, T.plusSeconds(1)))
                .doesNotThrowAnyException();
        assertThat(row(id).getOpenedAt()).isEqualTo(T);
    }

    @Test
    void a_session_that_was_never_opened_is_a_bug() {
        SessionId unknown = new SessionId(UUID.randomUUID());
        assertThatThrownBy(() -> sessions.proven(unknown, T))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sessions.closed(unknown, T, "peer_unbound"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_unproven_arrival_is_of_no_session() {
        SessionId id = open();
        UUID fingerprint = UUID.randomUUID();
        db.database()
                .dsl()
                .insertInto(DELIVERY)
                .set(DELIVERY.FINGERPRINT, fingerprint)
                .set(DELIVERY.MESSAGE_ID, UUID.randomUUID())
                .set(DELIVERY.SESSION_ID, id.uuid())
                .set(DELIVERY.ARRIVED_AT, T)
                .execute();
        sessions.unproven(fingerprint);
        var row = db.database().dsl().fetchSingle(DELIVERY, DELIVERY.FINGERPRINT.eq(fingerprint));
        assertThat(row.getSessionId()).isEqualTo(new UUID(0, 0));
        assertThatCode(() -> sessions.unproven(UUID.randomUUID())).doesNotThrowAnyException();
    }

    private SessionId open() {
        SessionId id = new SessionId(UUID.randomUUID());
        sessions.opened(id, sessions.register("alpha", "main"), T);
        return id;
    }

    private static SessionRecord row(SessionId id) {
        return db.database().dsl().fetchSingle(SESSION, SESSION.SESSION_ID.eq(id.uuid()));
    }
}
