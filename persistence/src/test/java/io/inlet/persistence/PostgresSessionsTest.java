package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.persistence.jooq.tables.records.SessionRecord;
import io.inlet.sms.Answered;
import io.inlet.sms.BindId;
import io.inlet.sms.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSessionsTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Instant T = Instant.parse("2026-03-01T12:00:00.123456Z");

    @BeforeAll
    static void make_todays_tables() {
        try (Partitions partitions = new Partitions(db.database(), InstantSource.system())) {
            partitions.makeAhead();
        }
    }

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
    void nothing_is_proven_of_a_new_session() {
        assertThat(isProven(open(), T)).isFalse();
    }

    @Test
    void what_is_told_last_is_what_is_proven() {
        SessionId id = open();
        sessions.proven(id, Answered.before(T.plusSeconds(5)));
        sessions.proven(id, new Answered(T.plusSeconds(9), List.of(second(2, 3), second(6, 6))));
        assertThat(provenSeconds(id, 0, 10)).containsExactly(0, 1, 4, 5, 7, 8);
    }

    @Test
    void what_is_told_late_changes_nothing() {
        SessionId id = open();
        sessions.proven(id, new Answered(T.plusSeconds(5), List.of(second(2, 2))));
        sessions.proven(id, Answered.before(T.plusSeconds(3)));
        assertThat(provenSeconds(id, 0, 6)).containsExactly(0, 1, 3, 4);
    }

    @Test
    void a_gap_ends_with_a_microsecond() {
        SessionId id = open();
        sessions.proven(id, new Answered(T.plusSeconds(5), List.of(second(2, 2))));
        assertThat(isProven(id, T.plusSeconds(2).plusNanos(1_000))).isTrue();
        assertThat(isProven(id, T.plusSeconds(2).minusNanos(1_000))).isTrue();
        assertThat(isProven(id, T.plusSeconds(2))).isFalse();
    }

    @Test
    void gaps_may_touch_and_overlap_in_any_order() {
        SessionId id = open();
        sessions.proven(
                id,
                new Answered(T.plusSeconds(9), List.of(second(6, 7), second(1, 3), second(3, 6))));
        assertThat(provenSeconds(id, 0, 10)).containsExactly(0, 8);
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
        assertThatThrownBy(() -> sessions.proven(unknown, Answered.before(T)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sessions.closed(unknown, T, "peer_unbound"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Answered.Gap second(int first, int last) {
        return new Answered.Gap(T.plusSeconds(first), T.plusSeconds(last));
    }

    private static List<Integer> provenSeconds(SessionId id, int first, int end) {
        return IntStream.range(first, end)
                .filter(second -> isProven(id, T.plusSeconds(second)))
                .boxed()
                .toList();
    }

    private static boolean isProven(SessionId id, Instant arrival) {
        return db.database()
                .dsl()
                .fetchSingle(
                        "SELECT proven @> CAST(? AS timestamptz) FROM session WHERE session_id = ?",
                        arrival.toString(),
                        id.uuid())
                .get(0, Boolean.class);
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
