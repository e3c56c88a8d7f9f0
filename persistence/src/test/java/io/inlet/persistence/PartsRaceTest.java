package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.REASSEMBLY;
import static io.inlet.persistence.jooq.Tables.SEGMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.intake.Disposition;
import io.inlet.persistence.Stores.Leased;
import io.inlet.sms.BindId;
import io.inlet.sms.Concatenation;
import io.inlet.sms.Message;
import io.inlet.tenant.Environment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two gateways on one database, and whoever comes first. */
class PartsRaceTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final int ROUNDS = 60;
    private static final Instant DUE = NOON.plus(CommitSettings.DEFAULT.reassemblyTimeout());
    private static final BindId OTHER_BIND = new BindId(new UUID(7, 8));

    private final Stores stores = new Stores(db);
    private final Stores otherGateway = new Stores(db);
    private final Leased leased = stores.leased(Environment.LIVE);
    private final CyclicBarrier barrier = new CyclicBarrier(2);

    @AfterEach
    void close() {
        stores.close();
        otherGateway.close();
    }

    private Sms half(int reference, int number) {
        return Sms.to(leased.msisdn(), "<" + reference + "." + number + ">", NOON)
                .part(new Concatenation(reference, 16, 2, number));
    }

    private <T> Future<T> together(Callable<T> task) {
        return Threads.start(() -> {
            barrier.await(60, TimeUnit.SECONDS);
            return task.call();
        });
    }

    private static void assertNothingWaits() {
        assertThat(db.database().dsl().fetchCount(REASSEMBLY)).isZero();
        assertThat(db.database().dsl().fetchCount(SEGMENT)).isZero();
    }

    @Test
    void of_two_gateways_with_one_part_each_at_the_same_moment_one_completes_the_message()
            throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Sms one = half(round, 1);
            Sms two = half(round, 2).over(OTHER_BIND);
            Future<Disposition> here = together(() -> stores.commit(one));
            Future<Disposition> there = together(() -> otherGateway.commit(two));
            assertThat(List.of(Threads.result(here), Threads.result(there)))
                    .filteredOn(Disposition.Stored.class::isInstance)
                    .hasSize(1);
        }
        assertThat(stores.events(leased)).hasSize(ROUNDS);
        assertThat(stores.seenBy(leased)).allMatch(message -> message.segments().isComplete());
        assertNothingWaits();
    }

    @Test
    void message_that_two_gateways_find_overdue_is_told_once() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            stores.commit(half(round, 1));
        }
        stores.clockAt(DUE);
        otherGateway.clockAt(DUE);
        Future<Boolean> here = together(() -> delivered(stores));
        Future<Boolean> there = together(() -> delivered(otherGateway));
        Threads.results(List.of(here, there));
        stores.overdue.deliver();
        assertThat(stores.events(leased)).hasSize(ROUNDS);
        assertThat(stores.seenBy(leased)).hasSize(ROUNDS);
        db.database().dsl().deleteFrom(SEGMENT).execute();
        db.database().dsl().deleteFrom(REASSEMBLY).execute();
    }

    private static boolean delivered(Stores gateway) {
        gateway.overdue.deliver();
        return true;
    }

    @Test
    void part_that_comes_while_its_message_is_told_as_incomplete_is_neither_lost_nor_doubled()
            throws Exception {
        int told = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Sms late = half(round, 2).at(DUE);
            stores.clockAt(NOON);
            stores.commit(half(round, 1));
            stores.clockAt(DUE);
            Future<Boolean> telling = together(() -> delivered(stores));
            Future<Disposition> part = together(() -> otherGateway.commit(late));
            assertThat(Threads.result(part)).isInstanceOf(Disposition.Stored.class);
            Threads.result(telling);

            List<FeedEntry> events = stores.events(leased);
            List<Message> messages = stores.seenBy(leased);
            told += messages.getLast().version() - 1;
            assertThat(messages).hasSize(round + 1);
            assertThat(messages.getLast().content().text())
                    .isEqualTo("<" + round + ".1><" + round + ".2>");
            assertThat(events).hasSize(round + 1 + told);
            assertThat(events.stream().filter(e -> e.type() == EventType.MESSAGE_REVISED))
                    .hasSize(told);
        }
        assertNothingWaits();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 17, 254, 255})
    void shuffled_and_doubled_parts_over_binds_gateways_and_restarts_make_one_message(int total) {
        List<Sms> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int number = 1; number <= total; number++) {
            Sms part =
                    Sms.to(leased.msisdn(), "<" + number + ">", NOON.plusMillis(number))
                            .part(new Concatenation(1, 8, total, number));
            text.append(part.text());
            parts.add(part);
            parts.add(part.over(OTHER_BIND).at(NOON.plusMillis(total + number)));
        }
        Random random = new Random(total);
        Collections.shuffle(parts, random);
        int from = 0;
        while (from < parts.size()) {
            int to = Math.min(parts.size(), from + 1 + random.nextInt(20));
            // Two copies of a part do not share a batch.
            List<Sms> batch = new ArrayList<>();
            for (Sms part : parts.subList(from, to)) {
                if (batch.stream().noneMatch(b -> b.text().equals(part.text()))) {
                    batch.add(part);
                } else {
                    commit(random, List.copyOf(batch));
                    batch.clear();
                    batch.add(part);
                }
            }
            commit(random, batch);
            from = to;
        }
        assertThat(stores.textsSeenBy(leased)).containsExactly(text.toString());
        assertThat(stores.seenBy(leased).getFirst().segments())
                .isEqualTo(Message.Segments.complete(total));
        assertNothingWaits();
    }

    private void commit(Random random, List<Sms> batch) {
        switch (random.nextInt(3)) {
            case 0 -> stores.commit(batch);
            case 1 -> otherGateway.commit(batch);
            default -> {
                try (Stores restarted = new Stores(db)) {
                    restarted.commit(batch);
                }
            }
        }
    }

    @Test
    void two_senders_with_one_reference_have_a_message_each() {
        Sms mine = Sms.to(leased.msisdn(), "<mine 1>", NOON).part(1, 2, 1);
        Sms theirs = Sms.to(leased.msisdn(), "<theirs 1>", NOON).part(1, 2, 1).from("447911000000");
        stores.commit(List.of(mine, theirs));
        Sms theirSecond =
                Sms.to(leased.msisdn(), "<theirs 2>", NOON).part(1, 2, 2).from("447911000000");
        stores.commit(theirSecond);
        stores.commit(Sms.to(leased.msisdn(), "<mine 2>", NOON).part(1, 2, 2));
        assertThat(stores.textsSeenBy(leased))
                .containsExactly("<theirs 1><theirs 2>", "<mine 1><mine 2>");
    }
}
