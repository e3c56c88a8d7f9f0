package io.inlet.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.feed.Cursor;
import io.inlet.feed.EventType;
import io.inlet.feed.GatewayEvent;
import io.inlet.feed.GatewayEvents;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.sms.BindId;
import io.inlet.sms.BindName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BindWatchTest {
    private static final BindId BIND = new BindId(new UUID(1, 2));
    private static final BindName NAME = new BindName("acme", "main");
    private static final Instant TEN = Instant.parse("2026-03-30T10:00:00Z");

    private final Told told = new Told();
    private final Counted traffic = new Counted();
    private final List<String> shown = new ArrayList<>();
    private boolean there = true;
    private Instant now = TEN;
    private BindSight sight = new BindSight(BIND, NAME, TEN, 0, null, null);
    private final BindWatch watch =
            new BindWatch(
                    () -> there ? List.of(sight) : List.of(),
                    AlarmSettings.DEFAULT,
                    new BindWatch.Ports(
                            traffic,
                            told,
                            (alarm, bind, raised) ->
                                    shown.add(bind + " " + alarm.label() + " " + raised)),
                    () -> now);

    @Test
    void
            silence_is_an_alarm_once_when_much_is_usual_at_this_hour_and_none_after_the_next_message() {
        traffic.usual = Collections.nCopies(5, 600L);
        tickAt(Duration.ZERO);
        tickAt(Duration.ofSeconds(119));
        assertThat(told.lines).isEmpty();
        tickAt(Duration.ofSeconds(121));
        tickAt(Duration.ofSeconds(131));
        assertThat(told.lines)
                .containsExactly(
                        "alarm.raised bound_but_silent: nothing for 121s, when some 20 messages are"
                                + " usual");

        sight = new BindSight(BIND, NAME, TEN, 1, now, null);
        tickAt(Duration.ofSeconds(132));
        assertThat(told.lines).last().isEqualTo("alarm.cleared bound_but_silent");
        assertThat(shown)
                .containsExactly(
                        "acme/main bound_but_silent true", "acme/main bound_but_silent false");
    }

    @Test
    void silence_is_none_when_little_is_usual_or_nothing_is_known() {
        traffic.usual = Collections.nCopies(5, 10L);
        tickAt(Duration.ZERO);
        tickAt(Duration.ofMinutes(30));
        assertThat(told.lines).isEmpty();

        traffic.usual = List.of(9_000L, 9_000L);
        tickAt(Duration.ofMinutes(70));
        assertThat(told.lines).isEmpty();
    }

    @Test
    void one_strange_day_does_not_change_what_is_usual() {
        traffic.usual = List.of(0L, 0L, 100_000L, 0L);
        tickAt(Duration.ZERO);
        tickAt(Duration.ofMinutes(30));
        assertThat(told.lines).isEmpty();
    }

    @Test
    void a_bind_that_is_not_bound_is_not_silent() {
        traffic.usual = Collections.nCopies(5, 6_000L);
        tickAt(Duration.ZERO);
        tickAt(Duration.ofMinutes(5));
        sight = new BindSight(BIND, NAME, null, 0, null, null);
        tickAt(Duration.ofMinutes(6));
        assertThat(told.lines).hasSize(2).last().isEqualTo("alarm.cleared bound_but_silent");
    }

    @Test
    void the_alarms_of_a_bind_that_is_removed_are_cleared() {
        sight = new BindSight(BIND, NAME, TEN, 9, TEN, Duration.ofSeconds(6));
        tickAt(Duration.ZERO);
        there = false;
        tickAt(Duration.ofSeconds(10));
        tickAt(Duration.ofSeconds(20));
        assertThat(told.lines).hasSize(2).last().isEqualTo("alarm.cleared carrier_lag");
        assertThat(shown).last().isEqualTo("acme/main carrier_lag false");
    }

    @Test
    void a_bind_that_was_removed_and_added_again_counts_from_nothing() {
        for (int tick = 0; tick < 7; tick++) {
            sight = new BindSight(BIND, NAME, TEN, tick < 3 ? 50 : 8, TEN, null);
            tickAt(Duration.ofSeconds(10L * tick));
        }
        for (int tick = 7; tick < 13; tick++) {
            sight = new BindSight(BIND, NAME, TEN, 10, TEN, null);
            tickAt(Duration.ofSeconds(10L * tick));
        }
        assertThat(traffic.byHour).containsExactly(Map.entry(TEN, 52L));
    }

    @Test
    void a_carrier_is_slow_when_its_messages_are_old_on_arrival() {
        sight = new BindSight(BIND, NAME, TEN, 9, TEN, Duration.ofSeconds(5));
        tickAt(Duration.ZERO);
        assertThat(told.lines).isEmpty();
        sight = new BindSight(BIND, NAME, TEN, 9, TEN, Duration.ofMillis(5_001));
        tickAt(Duration.ofSeconds(10));
        assertThat(told.lines)
                .containsExactly(
                        "alarm.raised carrier_lag: one message in 20 is 5001ms old or older when it"
                                + " comes");
    }

    @Test
    void an_alarm_is_told_when_the_database_is_back() {
        sight = new BindSight(BIND, NAME, TEN, 9, TEN, Duration.ofSeconds(6));
        told.away = true;
        tickAt(Duration.ZERO);
        assertThat(shown).hasSize(1);
        told.away = false;
        tickAt(Duration.ofSeconds(10));
        tickAt(Duration.ofSeconds(20));
        assertThat(told.lines).hasSize(1);
    }

    @Test
    void what_comes_is_counted_by_the_hour_and_an_hour_without_is_counted_too() {
        for (int tick = 0; tick < 13; tick++) {
            sight = new BindSight(BIND, NAME, TEN, tick, TEN, null);
            tickAt(Duration.ofSeconds(10L * tick));
        }
        assertThat(traffic.byHour).containsExactly(Map.entry(TEN, 12L));
        for (int tick = 0; tick < 6; tick++) {
            tickAt(Duration.ofMinutes(61));
        }
        assertThat(traffic.byHour).containsEntry(TEN.plus(Duration.ofHours(1)), 0L);
    }

    private void tickAt(Duration after) {
        now = TEN.plus(after);
        watch.tick();
    }

    /** What other days brought, and what is counted now. */
    private static final class Counted implements TrafficStore {
        private List<Long> usual = List.of();
        private final Map<Instant, Long> byHour = new HashMap<>();

        @Override
        public void add(Instant hour, Map<BindId, Long> messages) {
            messages.values().forEach(count -> byHour.merge(hour, count, Long::sum));
        }

        @Override
        public Map<BindId, List<Long>> sameHourBefore(Instant hour, int days) {
            return Map.of(BIND, usual);
        }
    }

    /** Keeps what is told, unless it is away. */
    private static final class Told implements GatewayEvents {
        private final List<String> lines = new ArrayList<>();
        private boolean away;

        @Override
        public void tell(EventType type, BindId bind, String detail) {
            if (away) {
                throw new StoreUnavailableException("away");
            }
            lines.add(type.wireName() + " " + detail);
        }

        @Override
        public void tell(EventType type, String detail) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<GatewayEvent> after(@Nullable Cursor after, int limit) {
            return List.of();
        }
    }
}
