package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.inlet.intake.DataRefusedException;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    @Test
    void every_session_is_durable_bounded_and_not_in_utc() {
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("statement_timeout")).isEqualTo("20s");
        assertThat(setting("lock_timeout")).isEqualTo("16s");
        assertThat(setting("timezone")).isEqualTo("Asia/Kolkata");
    }

    @Test
    void a_thread_that_is_told_to_end_finds_the_database_away_and_no_bug() {
        DatabaseLogin nobody = new DatabaseLogin("jdbc:postgresql://127.0.0.1:1/none", "a", "b");
        try (Database away =
                Database.attach(nobody, TestDatabase.settings(), "away", InstantSource.system())) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> away.dsl().fetch("SELECT 1"))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("no SQLSTATE");
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void a_refused_row_is_not_shown_by_the_exception() {
        var numbers = db.rows().numbers(Environment.SANDBOX, 2);
        String digits = numbers.getFirst().msisdn().digits();
        assertThatThrownBy(() ->
                        db.database()
                                .dsl()
                                .query(
                                        "UPDATE number SET msisdn = ? WHERE msisdn <> ?",
                                        digits,
                                        digits)
                                .execute())
                .isInstanceOf(DataRefusedException.class)
                .hasMessageContaining("23505")
                .hasMessageContaining("number_msisdn_key")
                .hasStackTraceContaining("DatabaseTest")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain(digits));
    }

    @Test
    void a_refused_value_is_not_shown_by_the_exception() {
        String digits = "447700900123";
        assertThatThrownBy(() -> db.database().dsl().fetch("SELECT cast(? AS text)::int", digits))
                .isInstanceOf(DataRefusedException.class)
                .hasMessageContaining("22003")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain(digits));
    }

    @Test
    void a_transaction_that_fails_leaves_nothing() {
        UUID tenant = UUID.randomUUID();
        assertThatThrownBy(() ->
                        db.database()
                                .transaction(dsl -> {
                                    dsl.query("INSERT INTO tenant VALUES (?, 'a', 'live')", tenant)
                                            .execute();
                                    throw new IllegalStateException("enough");
                                }))
                .hasMessage("enough");
        assertThat(db.database().dsl().fetch("SELECT 1 FROM tenant WHERE tenant_id = ?", tenant))
                .isEmpty();
    }

    @Test
    void the_skew_of_the_clocks_is_measured() {
        // As exact as the answer was quick.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> db.database().clockSkew().abs().toMillis() < 1_000);
        InstantSource late = () -> InstantSource.system().instant().minusSeconds(60);
        try (Database other = Database.open(db.login(), TestDatabase.settings(), late)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> other.clockSkew().minusSeconds(60).abs().toMillis() < 2_000);
        }
    }

    @Test
    void an_absent_database_is_named_with_its_place() {
        var nowhere = new DatabaseLogin("jdbc:postgresql://127.0.0.1:1/inlet", "inlet", "secret");
        assertThatThrownBy(() ->
                        Database.open(nowhere, TestDatabase.settings(), InstantSource.system()))
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("start it");
    }

    private static String setting(String name) {
        return db.database().dsl().fetchSingle("SHOW " + name).get(0, String.class);
    }

    private static String stackTrace(Throwable e) {
        var out = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(out));
        return out.toString();
    }
}
