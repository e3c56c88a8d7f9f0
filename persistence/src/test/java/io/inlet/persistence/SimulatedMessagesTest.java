package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.intake.DataRefusedException;
import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.Quarantined;
import io.inlet.intake.Disposition.Stored;
import io.inlet.intake.QuarantineReason;
import io.inlet.persistence.Stores.Leased;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatedMessagesTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private final Stores stores = new Stores(db);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void a_simulated_message_reaches_a_sandbox_number() {
        Leased leased = stores.leased(Environment.SANDBOX);
        assertThat(stores.commit(Sms.to(leased.msisdn(), "play", NOON).overSimulatedBind()))
                .isInstanceOf(Stored.class);
        assertThat(stores.seenBy(leased).getFirst().simulated()).isTrue();
    }

    @Test
    void a_simulated_message_to_a_live_number_is_quarantined() {
        Leased leased = stores.leased(Environment.LIVE);
        Disposition disposition =
                stores.commit(Sms.to(leased.msisdn(), "fake", NOON).overSimulatedBind());
        assertSimulatedToLive(disposition);
        assertThat(stores.seenBy(leased)).isEmpty();
        var row = stores.row(Stores.id(disposition));
        assertThat(row.getEnvironment()).isEqualTo("sandbox");

        // And nobody can make it a live one later.
        assertThatThrownBy(() -> makeLive(row.getMessageId()))
                .isInstanceOf(DataRefusedException.class);
    }

    @Test
    void a_live_tenant_gets_none_even_on_a_sandbox_number() {
        Caller live = db.rows().tenant(Environment.LIVE);
        var number = db.rows().numbers(Environment.SANDBOX, 1).getFirst();
        Leased leased =
                new Leased(live, number, db.rows().lease(live, number.id(), Stores.period()));
        assertSimulatedToLive(
                stores.commit(Sms.to(leased.msisdn(), "fake", NOON).overSimulatedBind()));
    }

    private static void assertSimulatedToLive(Disposition disposition) {
        assertThat(disposition)
                .isEqualTo(
                        new Quarantined(
                                Stores.id(disposition), QuarantineReason.SIMULATED_TO_LIVE));
    }

    private static void makeLive(UUID message) {
        db.database()
                .dsl()
                .update(MESSAGES)
                .set(MESSAGES.ENVIRONMENT, "live")
                .where(MESSAGES.MESSAGE_ID.eq(message))
                .execute();
    }
}
