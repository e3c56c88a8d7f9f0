package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.Stored;
import io.inlet.intake.OutcomeUnknownException;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.persistence.Stores.Leased;
import io.inlet.tenant.Environment;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrokenConnectionTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final long LOCK = 4711;

    private final Stores stores = new Stores(db);
    private final Leased leased = stores.leased(Environment.LIVE);
    private final Sms sms = Sms.to(leased.msisdn(), "survivor", NOON);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void a_connection_that_breaks_before_the_commit_leaves_nothing() {
        stores.commit(Sms.to(leased.msisdn(), "first", NOON));
        try (LockHolder holder = new LockHolder(db)) {
            holder.lockFeedOf(leased.tenant());
            Future<Disposition> commit = Threads.start(() -> stores.commit(sms));
            holder.awaitWaiter();
            holder.killWaiter();
            assertThatThrownBy(() -> Threads.result(commit))
                    .cause()
                    .isInstanceOf(StoreUnavailableException.class)
                    .isNotInstanceOf(OutcomeUnknownException.class);
        }
        assertThat(stores.textsSeenBy(leased)).containsExactly("first");
        assertThat(stores.commit(sms)).isInstanceOf(Stored.class);
    }

    @Test
    void a_connection_that_breaks_during_the_commit_leaves_the_outcome_unknown() {
        // Makes the COMMIT itself wait, in a trigger that it fires.
        var dsl = db.database().dsl();
        dsl.execute(
                """
                CREATE FUNCTION wait_here() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_advisory_xact_lock(%d); RETURN NULL; END $$
                """
                        .formatted(LOCK));
        dsl.execute(
                """
                CREATE CONSTRAINT TRIGGER wait_at_commit AFTER UPDATE ON feed_head
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait_here()
                """);
        try (LockHolder holder = new LockHolder(db)) {
            holder.run("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            Future<Disposition> commit = Threads.start(() -> stores.commit(sms));
            holder.awaitWaiter();
            holder.killWaiter();
            assertThatThrownBy(() -> Threads.result(commit))
                    .cause()
                    .isInstanceOf(OutcomeUnknownException.class);
        } finally {
            dsl.execute("DROP FUNCTION wait_here CASCADE");
        }
        // The carrier sends again, and whatever the outcome was, it is one message.
        stores.commit(sms.at(NOON.plusSeconds(10)));
        assertThat(stores.textsSeenBy(leased)).containsExactly("survivor");
    }
}
