package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.REASSEMBLY;
import static io.inlet.persistence.jooq.Tables.SEGMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.feed.Publication;
import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.AwaitingSegments;
import io.inlet.intake.Disposition.Quarantined;
import io.inlet.intake.Disposition.Redelivered;
import io.inlet.intake.Disposition.Stored;
import io.inlet.intake.QuarantineReason;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.persistence.Stores.Leased;
import io.inlet.sms.Answered;
import io.inlet.sms.Message;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LongMessagesTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Instant EXPIRES = Stores.period().expiresAt();

    private static final Duration WINDOW = Duration.ofHours(1);

    private static final CommitSettings SETTINGS =
            new CommitSettings(Duration.ofDays(2), Duration.ofMinutes(30), WINDOW, 1_000);

    private final Stores stores = new Stores(db, SETTINGS);
    private final Stores otherGateway = new Stores(db, SETTINGS);
    private final Leased leased = stores.leased(Environment.LIVE);

    @AfterEach
    void close() {
        stores.close();
        otherGateway.close();
    }

    private Sms part(int number, Instant at) {
        return part(1, number, at);
    }

    private Sms part(int reference, int number, Instant at) {
        return Sms.to(leased.msisdn(), "<" + reference + "." + number + ">", at)
                .part(reference, 3, number);
    }

    @Test
    void parts_in_any_order_make_one_message_that_began_with_the_first_to_arrive() {
        assertThat(stores.commit(part(3, NOON))).isEqualTo(new AwaitingSegments(1, 3));
        // A restart in between: nothing of it is in memory.
        assertThat(otherGateway.commit(part(1, NOON.plusSeconds(1))))
                .isEqualTo(new AwaitingSegments(2, 3));
        assertThat(stores.seenBy(leased)).isEmpty();
        Disposition last = stores.commit(part(2, NOON.plusSeconds(2)));

        assertThat(last).isInstanceOf(Stored.class);
        Message message = stores.seenBy(leased).getFirst();
        assertThat(message.content().text()).isEqualTo("<1.1><1.2><1.3>");
        assertThat(message.content().parts()).hasSize(3);
        assertThat(message.times().receivedAt()).isEqualTo(NOON);
        assertThat(message.times().completedAt()).isEqualTo(NOON.plusSeconds(2));
        assertThat(message.segments()).isEqualTo(Message.Segments.complete(3));
        assertThat(stores.events(leased)).hasSize(1);
        assertNothingWaits();
    }

    @Test
    void a_long_message_is_told_as_it_will_be_read() {
        stores.commit(part(2, NOON));
        stores.commit(part(2, NOON.plusSeconds(1)));
        var committed =
                stores.messages.commit(
                        stores.submissions(
                                List.of(
                                        part(1, NOON.plusSeconds(2)),
                                        part(3, NOON.plusSeconds(3)))));

        assertThat(committed.events())
                .extracting(Publication::message)
                .isEqualTo(stores.seenBy(leased))
                .hasSize(1);
    }

    @Test
    void all_parts_of_several_messages_in_one_batch() {
        List<Disposition> answers =
                stores.commit(
                        List.of(
                                part(2, 3, NOON),
                                part(1, 1, NOON),
                                part(2, 1, NOON),
                                part(1, 2, NOON),
                                Sms.to(leased.msisdn(), "whole", NOON),
                                part(1, 3, NOON),
                                part(2, 2, NOON)));
        assertThat(answers.subList(0, 4))
                .containsExactly(
                        new AwaitingSegments(1, 3),
                        new AwaitingSegments(1, 3),
                        new AwaitingSegments(2, 3),
                        new AwaitingSegments(2, 3));
        assertThat(Stores.stored(answers)).hasSize(3);
        assertThat(stores.textsSeenBy(leased))
                .containsExactly("whole", "<1.1><1.2><1.3>", "<2.1><2.2><2.3>");
        assertNothingWaits();
    }

    @Test
    void a_redelivered_part_completes_nothing_and_counts() {
        stores.commit(part(1, NOON));
        Disposition again = stores.commit(part(1, NOON.plusSeconds(1)));
        stores.commit(part(2, NOON.plusSeconds(2)));
        Disposition complete = stores.commit(part(3, NOON.plusSeconds(3)));
        assertThat(again).isEqualTo(new Redelivered(Stores.id(complete)));
        assertThat(stores.seenBy(leased).getFirst().deliveryCount()).isEqualTo(2);

        // Every part knows the message that it became a part of.
        for (int number = 1; number <= 3; number++) {
            assertThat(stores.commit(part(number, NOON.plusSeconds(9)))).isEqualTo(again);
        }
        assertThat(stores.seenBy(leased).getFirst().deliveryCount()).isEqualTo(3);
        assertThat(stores.events(leased)).hasSize(1);
        assertNothingWaits();
    }

    @Test
    void a_part_sent_twice_while_others_are_missing_adds_nothing() {
        stores.commit(part(1, NOON));
        // Its answer was timely, so this is no redelivery; and yet it is the same part.
        Sms twice = part(1, NOON.plusSeconds(1)).after(Answered.before(NOON.plusMillis(1)));
        assertThat(stores.commit(twice)).isEqualTo(new AwaitingSegments(1, 3));
        stores.commit(List.of(part(2, NOON), part(3, NOON)));
        assertThat(stores.textsSeenBy(leased)).containsExactly("<1.1><1.2><1.3>");
        assertThat(stores.commit(part(1, NOON.plusSeconds(2)))).isInstanceOf(Redelivered.class);
        assertNothingWaits();
    }

    @Test
    void a_reference_used_again_ends_the_message_at_hand_short_of_its_parts() {
        stores.commit(List.of(part(1, NOON), part(2, NOON)));
        Sms next = Sms.to(leased.msisdn(), "[next 1]", NOON.plusSeconds(5)).part(1, 3, 1);
        assertThat(stores.commit(next)).isEqualTo(new AwaitingSegments(1, 3));

        Message cutShort = stores.seenBy(leased).getFirst();
        assertThat(cutShort.content().text()).isEqualTo("<1.1><1.2>\uFFFD");
        assertThat(cutShort.segments()).isEqualTo(new Message.Segments(3, List.of(3)));
        stores.commit(
                List.of(
                        Sms.to(leased.msisdn(), "[next 2]", NOON.plusSeconds(6)).part(1, 3, 2),
                        Sms.to(leased.msisdn(), "[next 3]", NOON.plusSeconds(6)).part(1, 3, 3)));
        assertThat(stores.textsSeenBy(leased))
                .containsExactly("<1.1><1.2>\uFFFD", "[next 1][next 2][next 3]");
        assertThat(stores.seenBy(leased).get(1).times().receivedAt())
                .isEqualTo(NOON.plusSeconds(5));
        assertNothingWaits();
    }

    @Test
    void a_part_long_after_the_first_ends_the_message_at_hand_and_begins_the_next() {
        stores.commit(List.of(part(1, NOON), part(3, NOON.plus(WINDOW))));
        Instant late = NOON.plus(WINDOW).plusMillis(1);
        Sms next = Sms.to(leased.msisdn(), "[next 2]", late).part(1, 3, 2);
        assertThat(otherGateway.commit(next)).isEqualTo(new AwaitingSegments(1, 3));

        Message cutShort = stores.seenBy(leased).getFirst();
        assertThat(cutShort.content().text()).isEqualTo("<1.1>\uFFFD<1.3>");
        assertThat(cutShort.segments()).isEqualTo(new Message.Segments(3, List.of(2)));
        // The next one's time begins with its own first part.
        stores.commit(
                List.of(
                        Sms.to(leased.msisdn(), "[next 1]", late.plus(WINDOW)).part(1, 3, 1),
                        Sms.to(leased.msisdn(), "[next 3]", late.plus(WINDOW)).part(1, 3, 3)));
        assertThat(stores.textsSeenBy(leased))
                .containsExactly("<1.1>\uFFFD<1.3>", "[next 1][next 2][next 3]");
        assertNothingWaits();
    }

    @Test
    void a_part_in_grace_completes_a_message_begun_while_active() {
        stores.commit(part(2, EXPIRES.minusSeconds(2)));
        stores.commit(part(1, EXPIRES.minusSeconds(1)));
        assertThat(stores.commit(part(3, EXPIRES.plusSeconds(1)))).isInstanceOf(Stored.class);
        assertThat(stores.textsSeenBy(leased)).containsExactly("<1.1><1.2><1.3>");
    }

    @Test
    void a_message_begun_in_grace_is_nobodys() {
        stores.commit(List.of(part(1, EXPIRES), part(2, EXPIRES.plusSeconds(1))));
        assertQuarantined(part(3, EXPIRES.plusSeconds(2)), QuarantineReason.GRACE);
    }

    @Test
    void a_message_whose_parts_matched_different_leases_is_quarantined() {
        Instant released = NOON.plusSeconds(10);
        try (LockHolder holder = new LockHolder(db)) {
            holder.endForGood(leased.lease().uuid(), released);
            holder.commit();
        }
        var next = new Lease.Period(released, EXPIRES, EXPIRES, EXPIRES);
        LeaseId lease = db.rows().lease(leased.caller(), leased.number().id(), next);
        stores.commit(part(1, NOON));
        stores.commit(part(2, NOON));
        assertQuarantined(part(3, released), QuarantineReason.SPLIT_LEASES);
        assertThat(stores.seenBy(new Leased(leased.caller(), leased.number(), lease))).isEmpty();
    }

    @Test
    void a_message_begun_before_its_lease_is_quarantined() {
        Instant starts = Stores.period().startsAt();
        stores.commit(part(1, starts.minusSeconds(1)));
        stores.commit(part(2, starts));
        assertQuarantined(part(3, starts), QuarantineReason.SPLIT_LEASES);
    }

    private void assertQuarantined(Sms last, QuarantineReason reason) {
        Disposition disposition = stores.commit(last);
        assertThat(disposition).isEqualTo(new Quarantined(Stores.id(disposition), reason));
        assertThat(stores.seenBy(leased)).isEmpty();
        assertNothingWaits();
    }

    @Test
    void one_simulated_part_makes_the_message_simulated() {
        stores.commit(part(1, NOON).overSimulatedBind());
        stores.commit(part(2, NOON));
        assertQuarantined(part(3, NOON), QuarantineReason.SIMULATED_TO_LIVE);
    }

    @Test
    void a_part_whose_key_was_purged_is_missing_from_its_message() {
        stores.commit(part(1, EXPIRES.plusSeconds(1)));
        db.database().dsl().execute("DELETE FROM content_key WHERE day IS NOT NULL");
        Disposition last =
                otherGateway
                        .commit(
                                List.of(
                                        part(2, EXPIRES.plusSeconds(1)),
                                        part(3, EXPIRES.plusSeconds(1))))
                        .getLast();
        assertThat(stores.row(Stores.id(last)).getSegmentsHave()).isEqualTo((short) 2);
        assertThat(stores.row(Stores.id(last)).getSegmentsTotal()).isEqualTo((short) 3);
        assertNothingWaits();
    }

    @Test
    void parts_over_two_gateways_at_once_complete_exactly_once() throws Exception {
        int messages = 40;
        List<Sms> parts = new ArrayList<>();
        IntStream.range(0, messages)
                .forEach(reference -> {
                    for (int number = 1; number <= 3; number++) {
                        parts.add(part(reference, number, NOON));
                    }
                });
        Collections.shuffle(parts, new Random(4));
        var barrier = new CyclicBarrier(2);
        var one = committing(stores, parts.subList(0, parts.size() / 2), barrier);
        var two = committing(otherGateway, parts.subList(parts.size() / 2, parts.size()), barrier);
        List<Disposition> answers = new ArrayList<>(Threads.result(one));
        answers.addAll(Threads.result(two));

        assertThat(Stores.stored(answers)).hasSize(messages);
        assertThat(stores.textsSeenBy(leased)).hasSize(messages).doesNotHaveDuplicates();
        assertThat(stores.seenBy(leased)).allMatch(message -> message.segments().have() == 3);
        assertNothingWaits();
    }

    private static Future<List<Disposition>> committing(
            Stores gateway, List<Sms> parts, CyclicBarrier barrier) {
        return Threads.start(() -> {
            List<Disposition> answers = new ArrayList<>();
            for (int from = 0; from < parts.size(); from += 6) {
                barrier.await(60, TimeUnit.SECONDS);
                answers.addAll(gateway.commit(parts.subList(from, from + 6)));
            }
            return answers;
        });
    }

    private static void assertNothingWaits() {
        assertThat(db.database().dsl().fetchCount(REASSEMBLY)).isZero();
        assertThat(db.database().dsl().fetchCount(SEGMENT)).isZero();
    }
}
