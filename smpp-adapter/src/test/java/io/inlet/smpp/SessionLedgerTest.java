package io.inlet.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.log.LoggedLines;
import io.inlet.smpp.SessionEvents.Event;
import io.inlet.sms.Answered;
import io.inlet.sms.BindId;
import io.inlet.sms.Origin;
import io.inlet.sms.SessionId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionLedgerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final BindId BIND = new BindId(new UUID(1, 1));

    private final SessionEvents store = new SessionEvents();
    private final SessionLedger ledger = new SessionLedger(store);

    @BeforeEach
    void start() {
        ledger.start();
    }

    @AfterEach
    void stop() {
        store.goOn();
        store.away(false);
        ledger.close();
    }

    @Test
    void events_of_a_session_are_told_in_order_and_each_once() {
        Account account = ledger.open(origin(1), NOW);
        account.proven(Answered.before(NOW.plusSeconds(1)));
        account.closed(NOW.plusSeconds(2), EndReason.CARRIER_CLOSED);

        SessionId session = origin(1).session();
        await().untilAsserted(() ->
                assertThat(store.events())
                        .containsExactly(
                                new Event.Opened(session, BIND),
                                new Event.Proven(session, Answered.before(NOW.plusSeconds(1))),
                                new Event.Closed(session, "carrier_closed")));
    }

    @Test
    void proofs_that_come_while_the_store_is_busy_become_one() {
        store.hang();
        Account account = ledger.open(origin(1), NOW);
        for (int i = 1; i <= 1_000; i++) {
            account.proven(Answered.before(NOW.plusSeconds(i)));
        }
        store.goOn();

        await().until(() ->
                store.events(Event.Proven.class).stream()
                        .anyMatch(p -> p.answered().until().equals(NOW.plusSeconds(1_000))));
        assertThat(store.events(Event.Proven.class)).hasSizeLessThan(3);
    }

    @Test
    void store_that_was_away_is_told_everything_when_it_is_back() {
        store.away(true);
        Account account = ledger.open(origin(1), NOW);
        account.proven(Answered.before(NOW.plusSeconds(1)));
        account.closed(NOW.plusSeconds(2), EndReason.CONNECTION_RESET);
        var registered = ledger.register("acme", "b1");
        store.away(false);

        assertThat(registered.orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join())
                .isNotNull();
        assertThat(store.events()).hasSize(3);
    }

    @Test
    void close_tells_what_waits() {
        store.hang();
        Account account = ledger.open(origin(1), NOW);
        account.closed(NOW.plusSeconds(2), EndReason.GATEWAY_STOPPED);
        store.goOn();
        ledger.close();

        assertThat(store.events(Event.Closed.class)).hasSize(1);
    }

    @Test
    void stop_while_the_store_is_away_does_not_ask_it_for_each_event() {
        store.away(true);
        for (int i = 1; i <= 5; i++) {
            ledger.open(origin(i), NOW);
        }
        await().until(() -> store.asked.get() > 0);
        int before = store.asked.get();
        try (LoggedLines log = LoggedLines.of(SessionLedger.class)) {
            ledger.close();
            assertThat(store.asked.get() - before).isLessThanOrEqualTo(2);
            assertThat(log.lines())
                    .containsExactly(
                            "WARN the store did not take all events of sessions before the stop");
        }
    }

    private static Origin origin(int number) {
        return new Origin("acme", BIND, new SessionId(new UUID(2, number)), false);
    }
}
