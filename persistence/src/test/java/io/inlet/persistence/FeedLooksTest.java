package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.feed.Cursor;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedLook;
import io.inlet.feed.FeedQuery;
import io.inlet.feed.Wakeups;
import io.inlet.persistence.Stores.Leased;
import io.inlet.tenant.Environment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeedLooksTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private final Stores stores = new Stores(db);
    private final FeedLooks looks = new FeedLooks(db.database());

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void one_statement_answers_looks_at_several_leases_each_with_its_own() {
        Leased one = stores.leased(Environment.LIVE);
        Leased other = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(one.msisdn(), "a", Stores.NOON));
        stores.commit(Sms.to(other.msisdn(), "b", Stores.NOON));
        stores.commit(Sms.to(other.msisdn(), "c", Stores.NOON));

        var found = looks.read(List.of(query(one, 0, 50), query(other, 0, 50), query(other, 0, 1)));

        assertThat(found.get(0).entries()).isEqualTo(stores.events(one)).hasSize(1);
        assertThat(found.get(1).entries()).isEqualTo(stores.events(other)).hasSize(2);
        assertThat(found.get(2).entries()).isEqualTo(stores.events(other).subList(0, 1));
        assertThat(found).extracting(look -> look.head().sequence()).containsExactly(1L, 2L, 2L);
    }

    @Test
    void a_look_shows_the_lease_as_a_question_for_it_does() {
        Leased leased = stores.leased(Environment.LIVE);
        PostgresLeases leases =
                new PostgresLeases(db.database(), db.keys(), new Wakeups(), stores.clock);

        FeedLook look = looks.read(List.of(query(leased, 0, 50))).getFirst();

        assertThat(look.entries()).isEmpty();
        assertThat(look.lease())
                .isNotNull()
                .isEqualTo(leases.find(leased.tenant(), leased.lease()))
                .isEqualTo(leases.list(leased.tenant(), null, 1).getFirst());
    }

    @Test
    void a_look_may_leave_out_what_was_committed_before_an_instant() {
        Leased leased = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(leased.msisdn(), "a", Stores.NOON));
        stores.clockAt(Stores.NOON.plusSeconds(1));
        stores.commit(Sms.to(leased.msisdn(), "b", Stores.NOON));
        FeedQuery all = query(leased, 0, 50);
        FeedQuery late =
                new FeedQuery(
                        all.after(), stores.clock.instant(), all.lease(), all.types(), all.limit());

        FeedLook look = looks.read(List.of(late)).getFirst();

        assertThat(look.entries()).isEqualTo(stores.events(leased).subList(1, 2));
        assertThat(look.head().sequence()).isEqualTo(2);
    }

    @Test
    void a_look_with_the_cursor_of_one_tenant_sees_nothing_of_another() {
        Leased own = stores.leased(Environment.LIVE);
        Leased others = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(own.msisdn(), "ours", Stores.NOON));
        stores.commit(Sms.to(others.msisdn(), "theirs", Stores.NOON));
        FeedQuery forged =
                new FeedQuery(cursor(own, 0), others.lease(), Set.of(EventType.values()), 50);

        FeedLook look = looks.read(List.of(forged)).getFirst();

        assertThat(look.lease()).isNull();
        assertThat(look.entries()).isEmpty();
    }

    /** Else a look would cost more the more the lease received that day. */
    @Test
    void a_look_enters_the_index_behind_its_cursor() throws SQLException {
        Leased leased = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(leased.msisdn(), "a", Stores.NOON));
        String explain = "EXPLAIN (COSTS OFF) " + FeedLooks.sql(PgTime.utcDay(Stores.NOON));
        StringBuilder plan = new StringBuilder();
        try (Connection connection = db.database().dataSource().getConnection();
                Call call = new Call(connection, explain)) {
            connection.createStatement().execute("SET enable_seqscan = off");
            ResultSet lines = FeedLooks.bind(call, List.of(query(leased, 0, 50))).rows();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            connection.createStatement().execute("RESET enable_seqscan");
        }
        assertThat(plan.toString())
                .containsPattern("Index Cond: .*lease_id = .*ROW\\(.*day, .*sequence\\) > ROW\\(");
    }

    private static FeedQuery query(Leased leased, long after, int limit) {
        return new FeedQuery(
                cursor(leased, after), leased.lease(), Set.of(EventType.values()), limit);
    }

    private static Cursor cursor(Leased leased, long sequence) {
        return new Cursor(leased.tenant(), PgTime.utcDay(Stores.NOON), sequence);
    }
}
