package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.REASSEMBLY;
import static io.inlet.persistence.jooq.Tables.SEGMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.feed.Publication;
import io.inlet.feed.Revised;
import io.inlet.feed.Wakeups;
import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.AwaitingSegments;
import io.inlet.intake.Disposition.Quarantined;
import io.inlet.intake.Disposition.Redelivered;
import io.inlet.intake.Disposition.Stored;
import io.inlet.intake.QuarantineReason;
import io.inlet.lease.Lease;
import io.inlet.lease.LeaseId;
import io.inlet.persistence.Stores.Leased;
import io.inlet.sms.BindId;
import io.inlet.sms.Concatenation;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageStatus;
import io.inlet.sms.ReceivedPart;
import io.inlet.tenant.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LatePartsTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final Instant EXPIRES = Stores.period().expiresAt();
    private static final Duration TIMEOUT = CommitSettings.DEFAULT.reassemblyTimeout();
    private static final Duration WINDOW = CommitSettings.DEFAULT.latePartWindow();
    private static final Instant LATE = NOON.plus(TIMEOUT).plusSeconds(60);

    private final Stores stores = new Stores(db);
    private final Stores otherGateway = new Stores(db);
    private final Leased leased = stores.leased(Environment.LIVE);

    @BeforeEach
    void nothingWaits() {
        db.database().dsl().deleteFrom(SEGMENT).execute();
        db.database().dsl().deleteFrom(REASSEMBLY).execute();
    }

    @AfterEach
    void close() {
        stores.close();
        otherGateway.close();
    }

    private Sms part(int number, Instant at) {
        return Sms.to(leased.msisdn(), "<" + number + ">", at).part(1, 3, number);
    }

    /** One of 16 bits, which joins for longer than two time-outs. */
    private Sms lastingPart(int number, Instant at) {
        return Sms.to(leased.msisdn(), "<" + number + ">", at)
                .part(new Concatenation(300, 16, 3, number));
    }

    private void timeIsUp() {
        stores.clockAt(LATE);
        stores.overdue.deliver();
    }

    private Message seen() {
        List<Message> all = stores.seenBy(leased);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static int waiting() {
        return db.database().dsl().fetchCount(REASSEMBLY);
    }

    @Test
    void message_whose_time_is_up_is_delivered_with_what_came() {
        stores.commit(List.of(part(1, NOON), part(3, NOON.plusSeconds(1))));
        stores.clockAt(NOON.plus(TIMEOUT).minusMillis(1));
        stores.overdue.deliver();
        assertThat(stores.events(leased)).isEmpty();

        timeIsUp();
        Message message = seen();
        assertThat(message.content().text()).isEqualTo("<1>\uFFFD<3>");
        assertThat(message.segments()).isEqualTo(new Message.Segments(3, List.of(2)));
        assertThat(message.status()).isEqualTo(MessageStatus.RECEIVED);
        assertThat(message.times().receivedAt()).isEqualTo(NOON);
        assertThat(message.times().completedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(message.version()).isEqualTo(1);
        assertThat(stores.events(leased))
                .extracting(FeedEntry::type)
                .containsExactly(EventType.MESSAGE_RECEIVED);
        stores.overdue.deliver();
        assertThat(stores.events(leased)).hasSize(1);
    }

    @Test
    void who_watches_the_lease_is_told_of_what_time_delivers() {
        List<Publication> heard = new ArrayList<>();
        try (var _ = stores.wakeups.watch(leased.tenant(), leased.lease(), hearing(heard))) {
            stores.commit(Sms.to(leased.msisdn(), "code 271828 is yours, do ", NOON).part(1, 2, 1));
            timeIsUp();
        }
        assertThat(heard).extracting(Publication::message).containsExactly(seen());
        assertThat(heard.getFirst().entry().type()).isEqualTo(EventType.CODE_RECEIVED);
    }

    private static Wakeups.Watcher hearing(List<Publication> heard) {
        return new Wakeups.Watcher() {
            @Override
            public void hear(Publication publication) {
                heard.add(publication);
            }

            @Override
            public void wake() {}
        };
    }

    @Test
    void late_part_completes_the_message_as_a_new_version_and_the_old_one_stays_readable() {
        stores.commit(List.of(part(1, NOON), part(3, NOON)));
        timeIsUp();
        Message first = seen();
        var committed =
                otherGateway.messages.commit(otherGateway.submissions(List.of(part(2, LATE))));

        assertThat(committed.dispositions()).containsExactly(new Stored(first.id()));
        Message second = seen();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.content().text()).isEqualTo("<1><2><3>");
        assertThat(second.segments()).isEqualTo(Message.Segments.complete(3));
        assertThat(second.times()).isEqualTo(new Message.Times(NOON, LATE, null));
        assertThat(committed.events()).extracting(Publication::message).containsExactly(second);
        FeedEntry told = stores.events(leased).getLast();
        assertThat(told.type()).isEqualTo(EventType.MESSAGE_REVISED);
        assertThat(told.version()).isEqualTo(2);
        assertThat(told.revised()).isEqualTo(new Revised(Revised.Cause.COMPLETED, false));

        assertThat(version(first, 1)).isEqualTo(first);
        assertThat(version(first, 2)).isEqualTo(second);
        assertThat(stores.reader.read(leased.tenant(), leased.lease(), first.id(), 3)).isNull();
        assertThat(waiting()).isZero();
    }

    /** Ends the lease of the number for good, and makes the next one of the same tenant. */
    private LeaseId leasedAgainFrom(Instant released) {
        try (LockHolder holder = new LockHolder(db)) {
            holder.endForGood(leased.lease().uuid(), released);
            holder.commit();
        }
        var next = new Lease.Period(released, EXPIRES, EXPIRES, EXPIRES);
        return db.rows().lease(leased.caller(), leased.number().id(), next);
    }

    private Message version(Message message, int version) {
        return Objects.requireNonNull(
                stores.reader.read(leased.tenant(), leased.lease(), message.id(), version));
    }

    @Test
    void revision_says_whether_its_code_is_one_that_no_earlier_version_had() {
        Sms code = Sms.to(leased.msisdn(), "code 271828 it is ", NOON);
        stores.commit(List.of(code.part(1, 2, 1), code.part(2, 2, 2).at(NOON.plusSeconds(1))));
        timeIsUp();
        stores.commit(
                List.of(
                        Sms.to(leased.msisdn(), " sent.", LATE).part(1, 2, 2),
                        Sms.to(leased.msisdn(), "New code 314159, not: ", LATE).part(2, 2, 1)));
        assertThat(stores.events(leased).stream().filter(e -> e.revised() != null))
                .extracting(FeedEntry::bringsCode)
                .containsExactly(false, true);
    }

    @Test
    void late_part_that_does_not_complete_the_message_is_told_when_its_own_time_is_up() {
        stores.commit(lastingPart(1, NOON));
        timeIsUp();
        assertThat(stores.commit(lastingPart(3, LATE))).isEqualTo(new AwaitingSegments(2, 3));
        assertThat(seen().version()).isEqualTo(1);
        stores.overdue.deliver();
        assertThat(seen().version()).isEqualTo(1);

        stores.clockAt(LATE.plus(TIMEOUT));
        stores.overdue.deliver();
        assertThat(seen().content().text()).isEqualTo("<1>\uFFFD<3>");
        assertThat(seen().version()).isEqualTo(2);
        assertThat(seen().segments().missing()).containsExactly(2);

        stores.commit(lastingPart(2, LATE.plus(TIMEOUT)));
        assertThat(seen().content().text()).isEqualTo("<1><2><3>");
        assertThat(seen().version()).isEqualTo(3);
        assertThat(waiting()).isZero();
    }

    @Test
    void what_is_told_and_takes_no_parts_any_more_is_forgotten() {
        stores.commit(part(1, NOON));
        timeIsUp();
        assertThat(waiting()).isEqualTo(1);
        stores.clockAt(NOON.plus(WINDOW).plusMillis(1));
        stores.overdue.deliver();
        assertThat(waiting()).isZero();
        assertThat(db.database().dsl().fetchCount(SEGMENT)).isZero();
        assertThat(seen().version()).isEqualTo(1);
    }

    @Test
    void reference_of_8_bits_that_comes_again_after_an_hour_completes_nothing_old() {
        stores.commit(List.of(part(1, NOON), part(2, NOON)));
        timeIsUp();
        Instant again = NOON.plus(Duration.ofHours(1)).plusMillis(1);
        Sms next = Sms.to(leased.msisdn(), "[3]", again).part(1, 3, 3);
        assertThat(stores.commit(next)).isEqualTo(new AwaitingSegments(1, 3));
        assertThat(seen().content().text()).isEqualTo("<1><2>\uFFFD");
        assertThat(seen().version()).isEqualTo(1);
    }

    @Test
    void reference_of_16_bits_takes_late_parts_for_as_long_as_carriers_send_again() {
        Instant afterWindow = NOON.plus(WINDOW).plusSeconds(1);
        Sms first = Sms.to("447700999999", "<1>", NOON);
        Disposition told = stores.commit(first.part(new Concatenation(300, 16, 2, 1)));
        assertThat(told).isEqualTo(new AwaitingSegments(1, 2));
        stores.clockAt(afterWindow);
        stores.overdue.deliver();
        Sms second = Sms.to("447700999999", "<2>", afterWindow);
        Disposition joined = stores.commit(second.part(new Concatenation(300, 16, 2, 2)));
        assertThat(stores.row(Stores.id(joined)).getVersion()).isEqualTo(2);
    }

    @Test
    void part_of_other_content_begins_the_next_message_and_leaves_what_was_told() {
        stores.commit(List.of(part(1, NOON), part(2, NOON)));
        timeIsUp();
        Sms next = Sms.to(leased.msisdn(), "[1]", LATE).part(1, 3, 1);
        assertThat(stores.commit(next)).isEqualTo(new AwaitingSegments(1, 3));
        // What would have completed the former is the next one's now.
        stores.commit(part(3, LATE));
        assertThat(seen().version()).isEqualTo(1);
        stores.commit(Sms.to(leased.msisdn(), "[2]", LATE).part(1, 3, 2));
        assertThat(stores.textsSeenBy(leased)).containsExactly("<1><2>\uFFFD", "[1][2]<3>");
        assertThat(waiting()).isZero();
    }

    @Test
    void redelivered_part_of_a_complete_message_opens_no_new_one() {
        stores.commit(List.of(part(1, NOON), part(2, NOON), part(3, NOON)));
        assertThat(otherGateway.commit(part(2, NOON.plusSeconds(30))))
                .isEqualTo(new Redelivered(seen().id()));
        assertThat(waiting()).isZero();
        timeIsUp();
        assertThat(stores.events(leased)).hasSize(1);
    }

    @Test
    void redelivered_part_of_a_message_that_was_told_revises_nothing() {
        stores.commit(List.of(part(1, NOON), part(2, NOON)));
        timeIsUp();
        assertThat(stores.commit(part(2, LATE))).isEqualTo(new Redelivered(seen().id()));
        stores.clockAt(LATE.plus(TIMEOUT));
        stores.overdue.deliver();
        assertThat(seen().version()).isEqualTo(1);
        assertThat(seen().deliveryCount()).isEqualTo(2);
    }

    @Test
    void late_part_in_grace_completes_a_message_begun_while_active() {
        Instant begun = EXPIRES.minusSeconds(60);
        stores.commit(List.of(part(1, begun), part(2, begun)));
        stores.clockAt(begun.plus(TIMEOUT));
        stores.overdue.deliver();
        assertThat(stores.commit(part(3, begun.plus(TIMEOUT)))).isEqualTo(new Stored(seen().id()));
        assertThat(seen().content().text()).isEqualTo("<1><2><3>");
    }

    @Test
    void late_part_that_arrives_for_another_lease_is_nobodys_and_leaves_what_was_told() {
        stores.commit(List.of(part(1, NOON), part(2, NOON)));
        timeIsUp();
        Instant released = NOON.plus(TIMEOUT).plusSeconds(1);
        var later = leasedAgainFrom(released);
        // The other gateway still believes the lease to be what it was.
        otherGateway.commit(Sms.to(leased.msisdn(), "before", NOON));
        Disposition stray = stores.commit(part(3, LATE));

        assertThat(stray)
                .isEqualTo(new Quarantined(Stores.id(stray), QuarantineReason.SPLIT_LEASES));
        assertThat(stores.row(Stores.id(stray)).getSegmentsHave()).isEqualTo((short) 1);
        assertThat(stores.textsSeenBy(leased)).contains("<1><2>\uFFFD");
        assertThat(stores.seenBy(new Leased(leased.caller(), leased.number(), later))).isEmpty();
    }

    @Test
    void late_part_that_meets_a_release_under_way_does_not_join() throws Exception {
        stores.commit(List.of(part(1, NOON), part(2, NOON)));
        timeIsUp();
        try (LockHolder holder = new LockHolder(db)) {
            holder.lockFeedOf(leased.tenant());
            holder.endForGood(leased.lease().uuid(), LATE.minusSeconds(1));
            var commit = Threads.start(() -> stores.commit(part(3, LATE)));
            holder.awaitWaiter();
            holder.commit();
            assertThat(Threads.result(commit)).isInstanceOf(Quarantined.class);
        }
        assertThat(seen().version()).isEqualTo(1);
    }

    @Test
    void late_part_of_a_purged_message_stands_alone_and_brings_nothing_back() {
        stores.commit(List.of(part(1, NOON), part(2, NOON)));
        timeIsUp();
        db.database()
                .dsl()
                .execute(
                        "DELETE FROM content_key WHERE lease_id = '" + leased.lease().uuid() + "'");
        Disposition alone = otherGateway.commit(part(3, LATE));
        assertThat(alone).isInstanceOf(Quarantined.class);
        assertThat(stores.events(leased)).hasSize(1);
        assertThat(stores.seenBy(leased)).isEmpty();
    }

    @Test
    void message_of_nobody_is_completed_and_stays_nobodys() {
        String unknown = "447700888888";
        Sms one = Sms.to(unknown, "<1>", NOON).part(1, 2, 1);
        stores.commit(one);
        timeIsUp();
        Disposition late = stores.commit(Sms.to(unknown, "<2>", LATE).part(1, 2, 2));
        assertThat(late)
                .isEqualTo(new Quarantined(Stores.id(late), QuarantineReason.UNKNOWN_NUMBER));
        assertThat(stores.row(Stores.id(late)).getVersion()).isEqualTo(2);
        assertThat(stores.row(Stores.id(late)).getSegmentsHave()).isEqualTo((short) 2);
    }

    @Test
    void late_part_for_a_suspended_lease_is_held_back_and_told_when_it_is_active_again() {
        stores.commit(List.of(part(1, NOON), part(2, NOON)));
        timeIsUp();
        stores.suspend(leased, true);
        assertThat(otherGateway.commit(part(3, LATE))).isEqualTo(new AwaitingSegments(3, 3));
        stores.clockAt(LATE.plus(TIMEOUT));
        stores.overdue.deliver();
        assertThat(stores.events(leased)).hasSize(1);
        assertThat(seen().status()).isEqualTo(MessageStatus.RECEIVED);
        assertThat(seen().version()).isEqualTo(1);

        stores.suspend(leased, false);
        stores.clockAt(LATE.plus(TIMEOUT).plusSeconds(60));
        stores.overdue.deliver();
        assertThat(stores.events(leased)).hasSize(2);
        assertThat(seen().status()).isEqualTo(MessageStatus.RECEIVED);
        assertThat(seen().content().text()).isEqualTo("<1><2><3>");
        stores.overdue.deliver();
        assertThat(stores.events(leased)).hasSize(2);
    }

    @Test
    void held_back_part_that_the_next_message_ends_joins_untold() {
        stores.commit(part(1, NOON));
        timeIsUp();
        stores.suspend(leased, true);
        stores.commit(part(2, LATE));
        Sms next = Sms.to(leased.msisdn(), "[1]", LATE).part(1, 3, 1);
        assertThat(stores.commit(next)).isEqualTo(new AwaitingSegments(1, 3));
        assertThat(stores.events(leased)).hasSize(1);
        assertThat(seen().status()).isEqualTo(MessageStatus.RECEIVED);
        assertThat(seen().content().text()).isEqualTo("<1><2>\uFFFD");
    }

    @Test
    void redelivered_stray_part_is_not_counted_for_the_message_that_it_did_not_join() {
        stores.commit(List.of(part(1, NOON), part(2, NOON)));
        timeIsUp();
        Instant released = NOON.plus(TIMEOUT).plusSeconds(1);
        leasedAgainFrom(released);
        stores.clockAt(LATE);
        MessageId stray = Stores.id(otherGateway.commit(part(3, LATE)));
        assertThat(otherGateway.commit(part(3, LATE))).isEqualTo(new Redelivered(stray));
        assertThat(seen().deliveryCount()).isEqualTo(1);
    }

    @Test
    void parts_over_two_binds_and_a_restart_tell_where_each_came() {
        BindId other = new BindId(new UUID(7, 8));
        stores.commit(part(2, NOON).over(other));
        otherGateway.commit(part(1, NOON.plusSeconds(1)));
        timeIsUp();
        try (Stores restarted = new Stores(db)) {
            restarted.commit(part(3, LATE).over(other));
        }
        assertThat(seen().content().parts())
                .extracting(ReceivedPart::number, ReceivedPart::bind, ReceivedPart::arrivedAt)
                .containsExactly(
                        tuple(1, Sms.BIND, NOON.plusSeconds(1)),
                        tuple(2, other, NOON),
                        tuple(3, other, LATE));
    }

    @Test
    void transaction_that_breaks_while_it_tells_leaves_the_message_due() throws Exception {
        stores.commit(List.of(part(1, NOON), part(2, NOON)));
        stores.clockAt(LATE);
        try (LockHolder holder = new LockHolder(db)) {
            holder.lockFeedOf(leased.tenant());
            var telling =
                    Threads.start(() -> {
                        stores.overdue.deliver();
                        return true;
                    });
            holder.awaitWaiter();
            holder.killWaiter();
            assertThat(telling).failsWithin(Duration.ofSeconds(30));
        }
        assertThat(stores.events(leased)).isEmpty();
        otherGateway.clockAt(LATE);
        otherGateway.overdue.deliver();
        assertThat(stores.events(leased)).hasSize(1);
    }

    @Test
    void one_that_cannot_be_told_does_not_keep_the_others_from_it() {
        stores.commit(part(1, NOON));
        db.database().dsl().execute("UPDATE segment SET sealed = '\\x00'");
        Leased other = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(other.msisdn(), "<1>", NOON).part(1, 2, 1));
        timeIsUp();
        assertThat(stores.textsSeenBy(other)).containsExactly("<1>\uFFFD");
        assertThat(stores.events(leased)).isEmpty();
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void messages_of_many_octets_are_told_a_few_at_once_and_one_at_least() {
        stores.commit(
                List.of(
                        part(1, NOON),
                        Sms.to("447700999991", "<1>", NOON.plusSeconds(1)).part(1, 2, 1),
                        Sms.to("447700999992", "<1>", NOON.plusSeconds(2)).part(1, 2, 1)));
        String large = "decode(repeat('00', 9 << 20), 'hex')";
        db.database().dsl().execute("UPDATE segment SET sealed = " + large);
        stores.clockAt(LATE);
        assertThat(stores.messages.overdue(50)).hasSize(1);
    }
}
