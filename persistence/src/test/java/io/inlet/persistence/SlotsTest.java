package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.BIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.inlet.sms.BindId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(120)
class SlotsTest {
    private static final SlotOutcome HELD = new SlotOutcome.Held();
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Duration SOON = Duration.ofSeconds(60);

    private final PostgresSessions sessions =
            new PostgresSessions(db.database(), "any", InstantSource.system());

    @Test
    void a_bind_that_a_live_node_holds_is_refused_with_who_holds_it_since_when() {
        try (Slots one = take("one", "main", "spare")) {
            assertThat(one.state()).isEqualTo(HELD);
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
    void a_bind_that_is_held_by_nobody_on_record_is_worth_another_try() {
        try (SlotClaim holder = claim(wanted("one", "main"), List.of());
                SlotClaim other = claim(wanted("two", "main"), List.of())) {
            assertThat(holder.takeAll()).isEqualTo(HELD);
            db.database()
                    .dsl()
                    .update(BIND)
                    .setNull(BIND.HELD_BY)
                    .setNull(BIND.HELD_SINCE)
                    .execute();
            assertThat(other.takeAll())
                    .isInstanceOfSatisfying(
                            SlotOutcome.BindsTaken.class,
                            taken ->
                                    assertThat(taken.advice()).contains("(try again in a moment)"));
        }
    }

    @Test
    void a_refused_start_holds_nothing() {
        try (Slots one = take("one", "main")) {
            assertThatThrownBy(() -> take("two", "own", "main"))
                    .isInstanceOf(SlotTakenException.class);
            try (Slots two = take("two", "own")) {
                assertThat(List.of(one, two)).extracting(Slots::state).containsOnly(HELD);
            }
        }
    }

    @Test
    void a_second_process_of_one_name_is_refused() {
        try (Slots one = take("one", "main")) {
            assertThat(one.state()).isEqualTo(HELD);
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
            try (Slots restarted = takeAsSoonAsEnded("one", "main")) {
                assertThat(restarted.state()).isEqualTo(HELD);
                await().atMost(SOON).until(() -> killed.state() instanceof SlotOutcome.NodeTaken);
                assertThat(killed.state())
                        .isInstanceOfSatisfying(
                                SlotOutcome.NodeTaken.class,
                                taken -> assertThat(taken.node()).isEqualTo("one"));
            }
            await("it is taken as soon as it is free")
                    .atMost(SOON)
                    .until(() -> killed.state().equals(HELD));
        }
    }

    @Test
    void slots_are_taken_again_after_the_database_was_away() {
        try (Slots one = take("one", "main")) {
            endSessions();
            await().atMost(SOON).until(() -> locks() == 2);
            assertThat(one.state()).isEqualTo(HELD);
        }
    }

    @Test
    void a_gateway_that_runs_takes_more_binds_all_or_none() {
        try (Slots one = take("one", "main");
                Slots two = take("two", "theirs")) {
            assertThat(one.add(wanted("one", "free", "theirs").binds()))
                    .isInstanceOf(SlotOutcome.BindsTaken.class);
            take("three", "free").close();

            assertThat(one.add(wanted("one", "free").binds())).isEqualTo(HELD);
            assertThatThrownBy(() -> take("three", "free")).isInstanceOf(SlotTakenException.class);
            assertThat(List.of(one, two)).extracting(Slots::state).containsOnly(HELD);
        }
    }

    @Test
    void a_bind_that_is_given_free_can_be_had_by_another() {
        try (Slots one = take("one", "main", "spare")) {
            one.remove(wanted("one", "spare").binds().keySet());

            try (Slots two = take("two", "spare")) {
                assertThat(List.of(one, two)).extracting(Slots::state).containsOnly(HELD);
            }
            assertThatThrownBy(() -> take("two", "main")).isInstanceOf(SlotTakenException.class);
        }
    }

    @Test
    void binds_that_were_added_are_taken_again_after_the_database_was_away() {
        try (Slots one = take("one", "main")) {
            assertThat(one.add(wanted("one", "more").binds())).isEqualTo(HELD);
            endSessions();
            await().atMost(SOON).until(() -> locks() == 3);
            assertThat(one.state()).isEqualTo(HELD);
        }
    }

    @Test
    void of_two_starts_that_want_the_same_binds_exactly_one_succeeds() {
        List<CompletableFuture<Slots>> starts =
                List.of(start("one", "main", "spare"), start("two", "spare", "main"));
        var ended = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
        assertThat(ended.handle((_, failure) -> failure).join())
                .hasCauseInstanceOf(SlotTakenException.class);
        assertThat(starts).filteredOn(CompletableFuture::isCompletedExceptionally).hasSize(1);
        starts.stream()
                .filter(start -> !start.isCompletedExceptionally())
                .forEach(start -> start.join().close());
    }

    @Test
    void a_claim_that_cannot_have_all_holds_nothing_meanwhile() {
        try (Slots _ = take("one", "main");
                SlotClaim waiting = claim(wanted("two", "own", "main", "other"), List.of())) {
            assertThat(waiting.takeAll()).isInstanceOf(SlotOutcome.BindsTaken.class);
            try (Slots three = take("three", "own", "other")) {
                assertThat(three.state()).isEqualTo(HELD);
            }
        }
    }

    @Test
    void a_former_session_of_ours_is_not_taken_for_another_gateway() {
        Slots.Wanted wanted = wanted("one", "main");
        SlotClaim lost = claim(wanted, List.of());
        assertThat(lost.takeAll()).isEqualTo(new SlotOutcome.Held());
        List<Integer> former = List.of(lost.backend());
        try (SlotClaim fresh = claim(wanted, former)) {
            assertThat(fresh.take()).isEqualTo(new SlotOutcome.StillOurs(former));
            lost.close();
            await().atMost(SOON).until(() -> fresh.take() instanceof SlotOutcome.Held);
        }
    }

    @Test
    void binds_that_a_former_session_of_ours_has_are_not_told_as_held_by_others() {
        try (SlotClaim lost = claim(wanted("before", "main"), List.of());
                Slots _ = take("other", "spare")) {
            assertThat(lost.takeAll()).isEqualTo(new SlotOutcome.Held());
            List<Integer> former = List.of(lost.backend());
            try (SlotClaim fresh = claim(wanted("one", "main"), former);
                    SlotClaim mixed = claim(wanted("two", "main", "spare"), former)) {
                assertThat(fresh.take()).isEqualTo(new SlotOutcome.StillOurs(former));
                assertThat(mixed.take())
                        .isInstanceOfSatisfying(
                                SlotOutcome.BindsTaken.class,
                                taken ->
                                        assertThat(taken.binds())
                                                .singleElement()
                                                .asString()
                                                .contains("acme/spare"));
            }
        }
    }

    @Test
    void slots_are_held_on_a_database_that_writes_nothing() {
        Slots.Wanted wanted = wanted("one", "main");
        try (Slots one = Slots.take(standby(), TestDatabase.settings(), wanted)) {
            endSessions();
            await().atMost(SOON).until(() -> locks() == 2);
            assertThat(one.state()).isEqualTo(HELD);
        }
    }

    /** Its sessions refuse to write, with the SQLSTATE of a standby. */
    private static DatabaseLogin standby() {
        DatabaseLogin login = db.login();
        String url = login.url() + (login.url().contains("?") ? "&" : "?");
        return new DatabaseLogin(
                url + "readOnly=true&readOnlyMode=always", login.user(), login.password());
    }

    private CompletableFuture<Slots> start(String node, String... binds) {
        return CompletableFuture.supplyAsync(() -> take(node, binds));
    }

    private static SlotClaim claim(Slots.Wanted wanted, List<Integer> former) {
        return new SlotClaim(
                SlotLocks.connect(db.login(), TestDatabase.settings()), wanted, former);
    }

    private Slots take(String node, String... binds) {
        return Slots.take(db.login(), TestDatabase.settings(), wanted(node, binds));
    }

    private Slots.Wanted wanted(String node, String... binds) {
        Map<BindId, String> wanted = new LinkedHashMap<>();
        for (String bind : binds) {
            wanted.put(sessions.register("acme", bind), "acme/" + bind);
        }
        return new Slots.Wanted(node, wanted);
    }

    /** Again if we are slow, and the one that held it is faster at its next look. */
    private Slots takeAsSoonAsEnded(String node, String... binds) {
        return await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(SlotTakenException.class)
                .until(
                        () -> {
                            endSessions();
                            return take(node, binds);
                        },
                        Objects::nonNull);
    }

    /** As a restart of the server does, to those who hold locks. */
    private static void endSessions() {
        assertThat(
                        db.database()
                                .dsl()
                                .fetch(
                                        "SELECT pg_terminate_backend(pid, 20000) FROM (SELECT DISTINCT pid"
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
