package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.feed.Cursor;
import io.inlet.feed.EventType;
import io.inlet.feed.GatewayEvent;
import io.inlet.sms.BindId;
import io.inlet.sms.BindName;
import io.inlet.sms.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresGatewayEventsTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");

    @BeforeAll
    static void make_todays_tables() {
        try (Partitions partitions = new Partitions(db.database(), InstantSource.system())) {
            partitions.makeAhead();
        }
    }

    private final PostgresSessions sessions =
            new PostgresSessions(db.database(), "node-1", InstantSource.system());
    private final PostgresGatewayEvents events =
            new PostgresGatewayEvents(db.database(), InstantSource.system());

    @Test
    void a_session_is_told_when_it_is_bound_and_with_its_reason_when_it_has_ended() {
        BindId bind = sessions.register("acme", "told");
        SessionId session = new SessionId(UUID.randomUUID());
        sessions.opened(session, bind, T);
        sessions.opened(session, bind, T);
        sessions.closed(session, T.plusSeconds(1), "carrier_unbound");
        sessions.closed(session, T.plusSeconds(2), "gateway_stopped");

        assertThat(about("told"))
                .extracting(GatewayEvent::type, GatewayEvent::detail)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(EventType.BIND_BOUND, "node-1"),
                        org.assertj.core.groups.Tuple.tuple(
                                EventType.BIND_ENDED, "carrier_unbound"));
    }

    @Test
    void an_attempt_that_failed_is_told_with_its_reason_and_what_else_is_known() {
        BindId bind = sessions.register("acme", "missed");
        sessions.missed(bind, "connect_refused", "");
        sessions.missed(bind, "host_unknown", "smpp.acme.example");
        assertThat(about("missed"))
                .extracting(GatewayEvent::detail)
                .containsExactly("connect_refused", "host_unknown (smpp.acme.example)");
    }

    @Test
    void events_are_read_on_from_a_place_without_missing_or_repeating_one() {
        BindId bind = sessions.register("acme", "paged");
        for (int i = 0; i < 7; i++) {
            events.tell(EventType.ALARM_RAISED, bind, "alarm " + i);
        }
        List<String> details = new ArrayList<>();
        Cursor place = null;
        for (List<GatewayEvent> page = events.after(place, 2);
                !page.isEmpty();
                page = events.after(place, 2)) {
            page.forEach(event -> {
                if (new BindName("acme", "paged").equals(event.bind())) {
                    details.add(event.detail());
                }
            });
            place = page.getLast().cursor();
        }
        assertThat(details)
                .containsExactly(
                        "alarm 0", "alarm 1", "alarm 2", "alarm 3", "alarm 4", "alarm 5",
                        "alarm 6");
    }

    @Test
    void without_a_place_they_begin_seven_days_back() {
        events.tell(EventType.ALARM_RAISED, sessions.register("acme", "old"), "alarm");
        assertThat(readAt(Duration.ofDays(7))).isNotEmpty();
        assertThat(readAt(Duration.ofDays(8))).isEmpty();
    }

    private static List<GatewayEvent> readAt(Duration later) {
        InstantSource clock = () -> InstantSource.system().instant().plus(later);
        return new PostgresGatewayEvents(db.database(), clock).after(null, 10);
    }

    private List<GatewayEvent> about(String bind) {
        return events.after(null, 1_000).stream()
                .filter(event -> new BindName("acme", bind).equals(event.bind()))
                .toList();
    }
}
