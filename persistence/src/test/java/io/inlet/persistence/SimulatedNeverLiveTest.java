package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.id.Uuid7;
import io.inlet.intake.DataRefusedException;
import io.inlet.persistence.Stores.Leased;
import io.inlet.persistence.jooq.tables.records.MessagesRecord;
import io.inlet.tenant.Environment;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The last line that keeps simulated messages from live tenants is the database's own. */
class SimulatedNeverLiveTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final String CHECK_VIOLATION = "23514";

    private final Stores stores = new Stores(db);

    @Test
    void row_that_the_code_would_never_write_is_refused_by_the_database() {
        Leased live = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(live.msisdn(), "hello", Stores.NOON));

        copy(live, false);
        assertThatThrownBy(() -> copy(live, true))
                .isInstanceOfSatisfying(
                        DataRefusedException.class,
                        refused ->
                                assertThat(StoreFailures.state(refused))
                                        .isEqualTo(CHECK_VIOLATION));
        assertThatThrownBy(() -> becomeSimulated(live))
                .isInstanceOfSatisfying(
                        DataRefusedException.class,
                        refused ->
                                assertThat(StoreFailures.state(refused))
                                        .isEqualTo(CHECK_VIOLATION));
        assertThat(
                        db.database()
                                .dsl()
                                .fetchCount(MESSAGES, MESSAGES.TENANT_ID.eq(live.tenant().uuid())))
                .isEqualTo(2);
    }

    /** Writes the message of a lease once more, past the code, as simulated or not. */
    private static void copy(Leased leased, boolean simulated) {
        db.database()
                .transaction(dsl -> {
                    var row = row(dsl, leased);
                    row.setMessageId(Uuid7.mint(Stores.NOON));
                    row.setSimulated(simulated);
                    return dsl.insertInto(MESSAGES).set(row.intoMap()).execute();
                });
    }

    private static void becomeSimulated(Leased leased) {
        db.database()
                .transaction(dsl ->
                        dsl.update(MESSAGES)
                                .set(MESSAGES.SIMULATED, true)
                                .where(MESSAGES.TENANT_ID.eq(leased.tenant().uuid()))
                                .execute());
    }

    private static MessagesRecord row(DSLContext dsl, Leased leased) {
        UUID tenant = leased.tenant().uuid();
        return dsl.selectFrom(MESSAGES).where(MESSAGES.TENANT_ID.eq(tenant)).limit(1).fetchSingle();
    }
}
