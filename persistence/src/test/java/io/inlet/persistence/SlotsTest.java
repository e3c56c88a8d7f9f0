package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.inlet.sms.BindId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class SlotsTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Duration SOON = Duration.ofSeconds(20);

    private final PostgresSessions sessions =
            new PostgresSessions(db.database(), "any", InstantSource.system());

    @Test
    void a_bind_that_a_live_node_holds_is_refused_with_who_holds_it_since_when() {
        try (Slots one = take("one", "main", "spare")) {
            assertThat(one.problem()).isNull();
            assertThatThrownBy(() -> take("two", "spare", "own"))
                    .isInstanceOf(SlotTakenException.class)
                    .message()
                    .matches(
                            "bind acme/spare is held by node one \\(process \\d+ on \\S+\\) since"
                                    + " \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ: stop the gateway there,"
                                    + " or leave out here what it holds");
        }
        take("two", "spare", "own").close();
    }

    @Test
    void a_refused_start_holds_nothing() {
        try (Slots one = take("one", "main")) {
            assertThatThrownBy(() -> take("two", "own", "main"))
                    .isInstanceOf(SlotTakenException.class);
            try (Slots two = take("two", "own")) {
                assertThat(List.of(one, two)).extracting(Slots::problem).containsOnlyNulls();
            }
        }
    }

    @Test
    void a_second_process_of_one_name_is_refused() {
        try (Slots one = take("one", "main")) {
            assertThat(one.problem()).isNull();
            assertThatThrownBy(() -> take("one", "own"))
                    .isInstanceOf(SlotTakenException.class)
                    .hasMessageStartingWith("another gateway runs as node one on this database")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("a node name of its own");
        }
    }

    @Test
    void what_a_process_held_is_free_at_once_when_its_session_ends() {
        try (Slots killed = take("one", "main")) {
            endSessions();
            try (Slots restarted = take("one", "main")) {
                assertThat(restarted.problem()).isNull();
                await().atMost(SOON).until(() -> killed.problem() != null);
                assertThat(killed.problem()).startsWith("another gateway runs as node one");
            }
            await("it is taken as soon as it is free")
                    .atMost(SOON)
                    .until(() -> killed.problem() == null);
        }
    }

    @Test
    void slots_are_taken_again_after_the_database_was_away() {
        try (Slots one = take("one", "main")) {
            endSessions();
            await().atMost(SOON).until(() -> locks() == 2);
            assertThat(one.problem()).isNull();
        }
    }

    private Slots take(String node, String... binds) {
        Map<BindId, String> wanted = new LinkedHashMap<>();
        for (String bind : binds) {
            wanted.put(sessions.register("acme", bind), "acme/" + bind);
        }
        return Slots.take(db.login(), TestDatabase.settings(), new Slots.Wanted(node, wanted));
    }

    /** As a restart of the server does, to those who hold locks. */
    private static void endSessions() {
        assertThat(
                        db.database()
                                .dsl()
                                .fetch(
                                        "SELECT pg_terminate_backend(pid, 5000) FROM (SELECT DISTINCT pid"
                                                + " FROM pg_locks WHERE locktype = 'advisory' AND database ="
                                                + " (SELECT oid FROM pg_database WHERE datname ="
                                                + " current_database())) holders"))
                .hasSize(1);
    }

    private static int locks() {
        return db.database()
                .dsl()
                .fetchSingle(
                        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                                + " (SELECT oid FROM pg_database WHERE datname ="
                                + " current_database())")
                .get(0, Integer.class);
    }
}
