package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.REASSEMBLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.persistence.Stores.Leased;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Overdue messages at a database that holds some of them up. */
class OverdueFaultsTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Instant LATE =
            NOON.plus(CommitSettings.DEFAULT.reassemblyTimeout()).plusSeconds(60);

    private final Stores stores = new Stores(db);

    @AfterEach
    void close() {
        db.database().dsl().execute("DROP FUNCTION held_up CASCADE");
        db.database().dsl().deleteFrom(REASSEMBLY).execute();
        stores.close();
    }

    /** As if a lock did not come, after a wait that the server's settings decide. */
    private static void holdUp(Leased leased, Duration wait) {
        db.database()
                .dsl()
                .execute(
                        """
                        CREATE FUNCTION held_up() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            PERFORM pg_sleep(%d / 1000.0);
                            RAISE EXCEPTION 'held up' USING ERRCODE = '55P03';
                        END $$\
                        """
                                .formatted(wait.toMillis()));
        db.database()
                .dsl()
                .execute(
                        """
                        CREATE TRIGGER held_up BEFORE INSERT ON messages FOR EACH ROW
                        WHEN (NEW.lease_id = '%s') EXECUTE FUNCTION held_up()\
                        """
                                .formatted(leased.lease().uuid()));
    }

    private Sms begun(Leased leased, int reference) {
        return Sms.to(leased.msisdn(), "<" + reference + ">", NOON).part(reference, 2, 1);
    }

    private static int due() {
        return db.database().dsl().fetchCount(REASSEMBLY, REASSEMBLY.DUE_AT.le(LATE));
    }

    @Test
    void message_that_a_lock_held_up_is_told_a_minute_later_and_the_others_at_once() {
        Leased held = stores.leased(Environment.LIVE);
        Leased other = stores.leased(Environment.LIVE);
        stores.commit(begun(held, 1));
        stores.commit(begun(other, 1));
        holdUp(held, Duration.ZERO);
        stores.clockAt(LATE);
        stores.overdue.deliver();
        assertThat(stores.textsSeenBy(other)).containsExactly("<1>\uFFFD");
        assertThat(stores.events(held)).isEmpty();

        db.database().dsl().execute("DROP TRIGGER held_up ON messages");
        stores.clockAt(LATE.plusSeconds(60));
        stores.overdue.deliver();
        assertThat(stores.textsSeenBy(held)).containsExactly("<1>\uFFFD");
    }

    @Test
    void slow_failures_do_not_keep_the_sweep_over_its_time() {
        Leased held = stores.leased(Environment.LIVE);
        for (int reference = 1; reference <= 4; reference++) {
            stores.commit(begun(held, reference));
        }
        Duration wait = Duration.ofMillis(300);
        holdUp(held, wait);
        stores.clockAt(LATE);
        stores.overdue.deliver(wait);
        assertThat(due()).isEqualTo(4);
    }
}
