package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.inlet.intake.Disposition.Quarantined;
import io.inlet.intake.KeyedHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(60)
@Isolated("it counts the pools of this JVM")
class DatabasePoolsTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    @Test
    void a_commit_succeeds_while_consumers_have_taken_every_connection_of_theirs()
            throws SQLException {
        int all = TestDatabase.settings().connections();
        int lanes = 2;
        InstantSource clock = new SettableClock(NOON);
        List<Connection> taken = new ArrayList<>();
        try (DatabasePools pools =
                        DatabasePools.open(db.login(), TestDatabase.settings(), lanes, clock);
                Partitions partitions = new Partitions(pools.intake(), clock)) {
            var keys = new ContentKeys(pools.intake(), db.keys());
            var messages =
                    new PostgresMessages(
                            new PostgresMessages.Ground(pools.intake(), keys, partitions, clock),
                            Sms.COMPOSER,
                            CommitSettings.DEFAULT);
            for (int i = 0; i < all - (lanes + 2); i++) {
                taken.add(pools.readers().dataSource().getConnection());
            }
            var sms = Sms.to("15550001234", "hello", NOON);
            var committed =
                    messages.commit(List.of(sms.submission(new KeyedHash(db.keys().hashKey()))));
            assertThat(committed.dispositions().getFirst()).isInstanceOf(Quarantined.class);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    void a_pool_that_cannot_be_made_takes_the_other_one_along() {
        long before = pools();
        assertThatThrownBy(() ->
                        DatabasePools.open(
                                db.login(),
                                TestDatabase.settings(),
                                -2, // leaves none for the intake
                                InstantSource.system()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("connections");
        await().atMost(Duration.ofSeconds(30)).until(() -> pools() == before);
    }

    // The first thread of a pool, its housekeeper, is there as long as it is open.
    private static long pools() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith("-pool-0"))
                .count();
    }
}
