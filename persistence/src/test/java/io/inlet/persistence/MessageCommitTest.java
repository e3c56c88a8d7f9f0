package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.FEED;
import static io.inlet.persistence.jooq.Tables.QUARANTINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.feed.GatewayEvent;
import io.inlet.feed.Publication;
import io.inlet.intake.DataRefusedException;
import io.inlet.intake.Disposition;
import io.inlet.intake.Disposition.Quarantined;
import io.inlet.intake.Disposition.Redelivered;
import io.inlet.intake.Disposition.Stored;
import io.inlet.intake.MessageStore.Committed;
import io.inlet.intake.QuarantineReason;
import io.inlet.intake.Submission;
import io.inlet.persistence.Stores.Leased;
import io.inlet.sms.BindName;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageStatus;
import io.inlet.tenant.Environment;
import io.inlet.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MessageCommitTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private final Stores stores = new Stores(db);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void a_message_reaches_its_lessee_with_all_that_is_known_of_it() {
        Leased leased = stores.leased(Environment.LIVE);
        Disposition disposition =
                stores.commit(Sms.to(leased.msisdn(), "Your code is 493817", NOON));

        assertThat(disposition).isInstanceOf(Stored.class);
        Message message = stores.seenBy(leased).getFirst();
        assertThat(message.id()).isEqualTo(Stores.id(disposition));
        assertThat(message.lease()).isEqualTo(leased.lease());
        assertThat(message.numberUsed()).isEqualTo(leased.number().msisdn());
        assertThat(message.routingTag()).isEqualTo("tag");
        assertThat(message.content().text()).isEqualTo("Your code is 493817");
        assertThat(message.content().reading().code()).isEqualTo("493817");
        assertThat(message.content().sender().raw()).isEqualTo(Sms.SENDER);
        assertThat(message.content().parts()).hasSize(1);
        assertThat(message.times()).isEqualTo(new Message.Times(NOON, NOON, null));
        assertThat(message.status()).isEqualTo(MessageStatus.RECEIVED);
        assertThat(message.segments()).isEqualTo(Message.Segments.complete(1));
        assertThat(message.deliveryCount()).isEqualTo(1);
        assertThat(message.version()).isEqualTo(1);
        assertThat(message.simulated()).isFalse();
    }

    @Test
    void a_birth_is_one_event_of_the_kind_that_the_content_makes_it() {
        Leased leased = stores.leased(Environment.LIVE);
        List<Submission> batch =
                stores.submissions(
                        List.of(
                                Sms.to(leased.msisdn(), "code 111222", NOON),
                                Sms.to(leased.msisdn(), "good morning", NOON)));
        Committed committed = stores.messages.commit(batch);

        List<FeedEntry> entries = Lists.map(committed.events(), Publication::entry);
        assertThat(entries)
                .extracting(FeedEntry::type)
                .containsExactly(EventType.CODE_RECEIVED, EventType.MESSAGE_RECEIVED);
        assertThat(entries).isEqualTo(stores.events(leased));
        assertThat(entries).extracting(entry -> entry.cursor().sequence()).containsExactly(1L, 2L);
        assertThat(entries).allMatch(entry -> entry.version() == 1);
    }

    @Test
    void a_message_is_told_as_it_will_be_read() {
        Leased leased = stores.leased(Environment.LIVE);
        Instant finerThanKept = NOON.plusNanos(1_234_567);
        List<Submission> batch =
                stores.submissions(
                        List.of(
                                Sms.to(leased.msisdn(), "code 111222", finerThanKept),
                                Sms.to(leased.msisdn(), "good morning", NOON)));
        Committed committed = stores.messages.commit(batch);

        assertThat(committed.events())
                .extracting(Publication::message)
                .isEqualTo(stores.seenBy(leased))
                .hasSize(2);
    }

    @Test
    void one_sms_has_one_id_however_often_it_is_delivered() {
        Leased leased = stores.leased(Environment.LIVE);
        Sms sms = Sms.to(leased.msisdn(), "only once 100200", NOON);
        Disposition first = stores.commit(sms);
        Disposition second = stores.commit(sms.at(NOON.plusSeconds(30)).over(Ids.random()));
        Disposition third = stores.commit(sms.at(NOON.plusSeconds(90)));

        assertThat(second).isEqualTo(new Redelivered(Stores.id(first)));
        assertThat(third).isEqualTo(second);
        assertThat(stores.seenBy(leased)).hasSize(1);
        assertThat(stores.seenBy(leased).getFirst().deliveryCount()).isEqualTo(3);
        assertThat(stores.events(leased)).hasSize(1);
    }

    @Test
    void redeliveries_among_new_messages_leave_the_order_of_the_answers() {
        Leased leased = stores.leased(Environment.LIVE);
        Sms old = Sms.to(leased.msisdn(), "old", NOON);
        Disposition first = stores.commit(old);
        List<Disposition> answers =
                stores.commit(
                        List.of(
                                Sms.to(leased.msisdn(), "new one", NOON),
                                old.at(NOON.plusSeconds(9)),
                                Sms.to("no number at all \0", "new two", NOON)));

        assertThat(answers.get(0)).isInstanceOf(Stored.class);
        assertThat(answers.get(1)).isEqualTo(new Redelivered(Stores.id(first)));
        assertThat(answers.get(2))
                .isEqualTo(
                        new Quarantined(
                                Stores.id(answers.get(2)), QuarantineReason.UNKNOWN_NUMBER));
        assertThat(stores.textsSeenBy(leased)).containsExactly("old", "new one");
    }

    @Test
    void operators_are_told_where_what_is_quarantined_came_in_and_why() {
        db.rows().bind(Sms.BIND, "b1");
        Disposition nobodys = stores.commit(Sms.to("447700999998", "code 271828", NOON));
        Submission raw = stores.raw(Sms.to("447700999998", "cut off", NOON));
        stores.messages.commit(List.of(raw));

        List<MessageId> both = List.of(Stores.id(nobodys), raw.id());
        BindName bind = new BindName("testcarrier", "b1");
        assertThat(new PostgresGatewayEvents(db.database(), stores.clock).after(null, 1_000))
                .filteredOn(event -> event.message() != null && both.contains(event.message()))
                .extracting(GatewayEvent::type, GatewayEvent::bind, GatewayEvent::detail)
                .containsExactly(
                        tuple(EventType.MESSAGE_QUARANTINED, bind, "unknown_number"),
                        tuple(EventType.MESSAGE_QUARANTINED, bind, "unreadable"));
    }

    @Test
    void a_frame_nobody_can_read_is_kept_and_told_to_the_system() {
        Submission raw = stores.raw(Sms.to("447700999999", "garbled", NOON));
        Committed committed = stores.messages.commit(List.of(raw));

        assertThat(committed.dispositions())
                .containsExactly(new Quarantined(raw.id(), QuarantineReason.UNREADABLE));
        FeedEntry event = committed.events().getFirst().entry();
        assertThat(event.type()).isEqualTo(EventType.MESSAGE_QUARANTINED);
        assertThat(event.cursor().tenant()).isEqualTo(Tenant.SYSTEM);
        assertThat(event.message()).isEqualTo(raw.id());
        var kept =
                db.database()
                        .dsl()
                        .fetchSingle(QUARANTINE, QUARANTINE.QUARANTINE_ID.eq(raw.id().uuid()));
        assertThat(kept.getProblem()).isEqualTo("no ? end");

        assertThat(stores.messages.commit(List.of(raw)).dispositions())
                .containsExactly(new Redelivered(raw.id()));
    }

    @Test
    void a_suspended_lease_gets_its_messages_withheld_and_untold() {
        Leased leased = stores.leased(Environment.LIVE);
        stores.commit(Sms.to(leased.msisdn(), "before", NOON));
        stores.suspend(leased, true);
        Disposition disposition = stores.commit(Sms.to(leased.msisdn(), "while", NOON));

        assertThat(disposition).isInstanceOf(Stored.class);
        assertThat(stores.row(Stores.id(disposition)).getStatus()).isEqualTo("withheld");
        assertThat(stores.row(Stores.id(disposition)).getLeaseId())
                .isEqualTo(leased.lease().uuid());
        assertThat(stores.textsSeenBy(leased)).containsExactly("before");
    }

    @Test
    void what_the_database_refuses_is_refused_whole_and_names_no_content() {
        Leased leased = stores.leased(Environment.LIVE);
        db.database()
                .dsl()
                .execute("ALTER TABLE messages ADD CONSTRAINT small CHECK (length(sealed) < 4000)");
        try {
            Sms poison = Sms.to(leased.msisdn(), "poison ".repeat(500), NOON);
            List<Sms> batch = List.of(Sms.to(leased.msisdn(), "fine", NOON), poison);
            assertThatThrownBy(() -> stores.commit(batch))
                    .isInstanceOf(DataRefusedException.class)
                    .hasMessageContaining("small")
                    .hasMessageNotContaining("poison")
                    .hasMessageNotContaining(leased.msisdn());
            assertThat(stores.seenBy(leased)).isEmpty();

            // The offender alone goes raw, under its own fingerprint.
            assertThat(stores.commit(batch.getFirst())).isInstanceOf(Stored.class);
        } finally {
            db.database().dsl().execute("ALTER TABLE messages DROP CONSTRAINT small");
        }
    }

    @Test
    void events_of_one_batch_are_numbered_in_its_order_for_each_tenant() {
        Leased one = stores.leased(Environment.LIVE);
        Leased two = stores.leased(Environment.LIVE);
        List<Sms> batch = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            batch.add(Sms.to((i % 2 == 0 ? one : two).msisdn(), "number " + i, NOON));
        }
        stores.commit(batch);
        assertThat(stores.textsSeenBy(one)).element(24).isEqualTo("number 48");
        assertThat(stores.textsSeenBy(two)).element(24).isEqualTo("number 49");
        assertThat(stores.events(two)).last().matches(e -> e.cursor().sequence() == 25);
    }

    @Test
    void the_feed_stays_in_order_over_midnight_and_when_a_clock_goes_back() {
        Leased leased = stores.leased(Environment.LIVE);
        for (int hours : new int[] {0, 11, 13, 36, 35}) {
            stores.clockAt(NOON.plus(Duration.ofHours(hours)));
            stores.commit(Sms.to(leased.msisdn(), "after " + hours, NOON));
        }
        // A gateway whose clock is a day late does not take the day back.
        stores.clockAt(NOON);
        stores.commit(Sms.to(leased.msisdn(), "late clock", NOON));

        List<FeedEntry> events = stores.events(leased);
        assertThat(events)
                .extracting(entry -> entry.cursor().sequence())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        var today = PgTime.utcDay(NOON);
        assertThat(events)
                .extracting(entry -> entry.cursor().day())
                .containsExactly(
                        today,
                        today,
                        today.plusDays(1),
                        today.plusDays(2),
                        today.plusDays(2),
                        today.plusDays(2));
        assertThat(stores.feed.head(leased.tenant())).isEqualTo(events.getLast().cursor());
        // From a cursor in the middle, exactly the rest.
        assertThat(Reading.after(stores.feed, events.get(2).cursor(), leased.lease()))
                .isEqualTo(events.subList(3, 6));
    }

    @Test
    void an_empty_batch_does_nothing() {
        Committed committed = stores.messages.commit(List.of());
        assertThat(committed.dispositions()).isEmpty();
        assertThat(committed.events()).isEmpty();
        assertThat(db.database().dsl().fetchCount(FEED, FEED.LEASE_ID.eq(Ids.random()))).isZero();
    }
}
