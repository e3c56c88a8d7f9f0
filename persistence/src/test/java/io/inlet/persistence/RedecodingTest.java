package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.MESSAGE_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.feed.Revised;
import io.inlet.intake.Composer;
import io.inlet.intake.Redecoding;
import io.inlet.intake.Redecoding.Redecoded;
import io.inlet.intake.StoredRange;
import io.inlet.persistence.Stores.Leased;
import io.inlet.sms.Address;
import io.inlet.sms.Alphabet;
import io.inlet.sms.Answered;
import io.inlet.sms.Arrival;
import io.inlet.sms.BindId;
import io.inlet.sms.BindName;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.MessageStatus;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.sms.Segment;
import io.inlet.sms.UnreadableFrame;
import io.inlet.sms.UserData;
import io.inlet.tenant.Environment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedecodingTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final BindId OTHER_BIND = new BindId(new UUID(7, 8));

    private final Stores stores = new Stores(db);
    private final Leased leased = stores.leased(Environment.LIVE);

    @BeforeEach
    void bindsAreKnown() {
        db.database().dsl().execute("TRUNCATE messages");
        db.rows().bind(Sms.BIND, "b1");
        db.rows().bind(OTHER_BIND, "b2");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    /** Corrected settings: what was read as a hash is a dollar, and the number is another. */
    private Arrival corrected(Origin origin, Instant at, Octets pdu) {
        String text = Sms.textOf(pdu);
        String read = origin.bind().equals(Sms.BIND) ? text.replace('#', '$') : text;
        Segment segment = Sms.to(leased.msisdn(), read, at).segment();
        return new Segment(
                segment.origin(),
                segment.receivedAt(),
                segment.answered(),
                segment.source(),
                new Address(1, 1, "4915559999"),
                segment.envelope(),
                segment.userData(),
                segment.concatenation(),
                segment.carrierFacts(),
                segment.pdu());
    }

    /** Corrected settings: what was read as Latin-1 is UTF-8. */
    private Arrival inUtf8(Origin origin, Instant at, Octets pdu) {
        Segment segment = sms(Sms.textOf(pdu)).at(at).segment();
        return new Segment(
                segment.origin(),
                segment.receivedAt(),
                segment.answered(),
                segment.source(),
                segment.destination(),
                segment.envelope(),
                new UserData(Alphabet.UTF8, Octets.EMPTY, segment.userData().octets()),
                segment.concatenation(),
                segment.carrierFacts(),
                segment.pdu());
    }

    private Sms sms(String text) {
        return Sms.to(leased.msisdn(), text, NOON);
    }

    private static Redecoding.Request request(boolean dryRun, @Nullable MessageId after) {
        return new Redecoding.Request(new BindName("testcarrier", "b1"), hour(after), dryRun);
    }

    private static StoredRange hour(@Nullable MessageId after) {
        return new StoredRange(NOON, NOON.plusSeconds(3_600), after);
    }

    private Redecoded redecode() {
        return (Redecoded) stores.redecoding(this::corrected).redecode(request(false, null));
    }

    @Test
    void message_that_reads_differently_gets_a_new_version_and_keeps_the_old_one() {
        stores.commit(List.of(sms("pay #5"), sms("pay 5")));
        Message before = stores.seenBy(leased).getFirst();
        assertThat(redecode()).isEqualTo(new Redecoded(2, 1, 0, 0, null));

        Message after = stores.seenBy(leased).getFirst();
        assertThat(after.content().text()).isEqualTo("pay $5");
        assertThat(after.content().destination()).isEqualTo(before.content().destination());
        assertThat(after.numberUsed()).isEqualTo(before.numberUsed());
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.times()).isEqualTo(before.times());
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(stores.reader.read(leased.tenant(), leased.lease(), before.id(), 1))
                .isEqualTo(before);
        FeedEntry told = stores.events(leased).getLast();
        assertThat(told.type()).isEqualTo(EventType.MESSAGE_REVISED);
        assertThat(told.revised()).isEqualTo(new Revised(Revised.Cause.REDECODED, false));
        assertThat(stores.events(leased)).hasSize(3);
    }

    @Test
    void done_twice_it_changes_nothing() {
        stores.commit(sms("#"));
        redecode();
        assertThat(redecode()).isEqualTo(new Redecoded(1, 0, 0, 0, null));
        assertThat(stores.events(leased)).hasSize(2);
    }

    @Test
    void dry_run_counts_and_changes_nothing() {
        stores.commit(sms("#"));
        assertThat(stores.redecoding(this::corrected).redecode(request(true, null)))
                .isEqualTo(new Redecoded(1, 1, 0, 0, null));
        assertThat(stores.textsSeenBy(leased)).containsExactly("#");
        assertThat(stores.events(leased)).hasSize(1);
    }

    @Test
    void another_alphabet_that_reads_the_same_makes_no_new_version() {
        stores.commit(List.of(sms("plain"), sms("caf\u00c3\u00a9")));
        Redecoding redecoding = stores.redecoding(this::inUtf8);

        assertThat(redecoding.redecode(request(true, null)))
                .isEqualTo(new Redecoded(2, 1, 0, 0, null));
        assertThat(redecoding.redecode(request(false, null)))
                .isEqualTo(new Redecoded(2, 1, 0, 0, null));

        assertThat(stores.seenBy(leased))
                .extracting(message -> message.content().text(), Message::version)
                .containsExactlyInAnyOrder(tuple("plain", 1), tuple("caf\u00e9", 2));
        assertThat(stores.events(leased)).hasSize(3);
        assertThat(redecoding.redecode(request(false, null)))
                .isEqualTo(new Redecoded(2, 0, 0, 0, null));
    }

    @Test
    void later_rules_that_read_the_same_code_make_no_new_version() {
        stores.commit(sms("code 271828"));
        Redecoding redecoding =
                stores.redecoding(
                        (_, at, _) -> sms("code 271828").at(at).segment(),
                        new Composer(LaterRules.codeOf(6)));
        assertThat(redecoding.redecode(request(false, null)))
                .isEqualTo(new Redecoded(1, 0, 0, 0, null));
    }

    @Test
    void sender_that_reads_differently_makes_a_new_version() {
        stores.commit(sms("the same"));
        var other = stores.redecoding((_, at, _) -> sms("the same").from("44770").at(at).segment());

        assertThat(other.redecode(request(false, null))).isEqualTo(new Redecoded(1, 1, 0, 0, null));
        assertThat(stores.seenBy(leased).getFirst().content().sender().raw()).isEqualTo("44770");
    }

    @Test
    void new_code_is_said_to_be_one() {
        stores.commit(sms("27#8281"));
        var digits = stores.redecoding((_, at, _) -> sms("code 271828").at(at).segment());
        digits.redecode(request(false, null));
        assertThat(stores.events(leased).getLast().bringsCode()).isTrue();
    }

    @Test
    void only_what_came_over_the_bind_in_that_time_is_read_again() {
        stores.commit(
                List.of(
                        sms("# before").at(NOON.minusMillis(1)),
                        sms("# after").at(NOON.plusSeconds(3_600)),
                        sms("# elsewhere").over(OTHER_BIND),
                        sms("#1").part(1, 2, 1).over(OTHER_BIND),
                        sms("#2").part(1, 2, 2).over(OTHER_BIND)));
        assertThat(redecode()).isEqualTo(new Redecoded(0, 0, 0, 0, null));
        var nowhere = new Redecoding.Request(new BindName("testcarrier", "b3"), hour(null), false);
        assertThat(stores.redecoding(this::corrected).redecode(nowhere))
                .isEqualTo(new Redecoding.NoSuchBind());
    }

    @Test
    void message_that_does_not_open_is_counted_and_in_no_others_way() {
        stores.commit(List.of(sms("#1"), sms("#2")));
        db.database()
                .dsl()
                .execute(
                        "UPDATE messages SET sealed = '\\x00'"
                                + " WHERE message_id = (SELECT min(message_id::text)::uuid FROM messages)");
        assertThat(redecode()).isEqualTo(new Redecoded(2, 1, 1, 0, null));
    }

    @Test
    void each_part_of_a_long_message_is_read_by_its_own_bind() {
        stores.commit(
                List.of(
                        sms("#1").part(1, 2, 1),
                        sms("#2").part(1, 2, 2).over(OTHER_BIND).at(NOON.plusSeconds(1))));
        assertThat(redecode()).isEqualTo(new Redecoded(1, 1, 0, 0, null));
        assertThat(stores.textsSeenBy(leased)).containsExactly("$1#2");
    }

    @Test
    void incomplete_message_keeps_its_gap() {
        stores.commit(sms("#1").part(1, 2, 1));
        stores.clockAt(NOON.plusSeconds(3_600));
        stores.overdue.deliver();
        redecode();
        assertThat(stores.textsSeenBy(leased)).containsExactly("$1\uFFFD");
        stores.commit(sms("#2").part(1, 2, 2).at(NOON.plusSeconds(3_600)));
        assertThat(stores.seenBy(leased).getFirst().version()).isEqualTo(3);
        redecode();
        assertThat(stores.textsSeenBy(leased)).containsExactly("$1$2");
    }

    @Test
    void what_cannot_be_read_any_more_stays_as_it_was() {
        stores.commit(sms("#"));
        var none =
                stores.redecoding((origin, at, pdu) ->
                        new UnreadableFrame(origin, at, Answered.NOTHING, pdu, "no bind"));
        assertThat(none.redecode(request(false, null))).isEqualTo(new Redecoded(1, 0, 1, 0, null));
        assertThat(stores.textsSeenBy(leased)).containsExactly("#");
    }

    @Test
    void purged_message_is_left_alone() {
        stores.commit(sms("#"));
        db.database()
                .dsl()
                .execute(
                        "DELETE FROM content_key WHERE lease_id = '" + leased.lease().uuid() + "'");
        assertThat(redecode()).isEqualTo(new Redecoded(0, 0, 0, 0, null));
    }

    @Test
    void purged_lease_is_left_alone_even_before_its_content_is_deleted() {
        stores.commit(sms("#"));
        stores.clockAt(Stores.period().graceEndsAt());
        assertThat(redecode()).isEqualTo(new Redecoded(0, 0, 0, 0, null));
        assertThat(stores.events(leased)).hasSize(1);
    }

    @Test
    void owner_stays_whatever_became_of_the_lease() {
        stores.commit(sms("#"));
        try (LockHolder holder = new LockHolder(db)) {
            holder.release(leased.lease().uuid(), NOON.minusSeconds(60));
            holder.commit();
        }
        redecode();
        assertThat(stores.textsSeenBy(leased)).containsExactly("$");
    }

    @Test
    void suspended_lease_is_left_alone_until_it_is_active_again() {
        stores.commit(sms("#"));
        stores.suspend(leased, true);
        assertThat(redecode()).isEqualTo(new Redecoded(0, 0, 0, 1, null));
        assertThat(stores.events(leased)).hasSize(1);
        assertThat(stores.seenBy(leased).getFirst().status()).isEqualTo(MessageStatus.RECEIVED);
        assertThat(stores.textsSeenBy(leased)).containsExactly("#");

        stores.suspend(leased, false);
        redecode();
        assertThat(stores.events(leased)).hasSize(2);
        assertThat(stores.textsSeenBy(leased)).containsExactly("$");
    }

    @Test
    void many_messages_are_done_page_by_page_and_by_two_at_once_only_once() throws Exception {
        List<Sms> many = new ArrayList<>();
        int count = StoredRange.PAGE + 50;
        for (int i = 0; i < count; i++) {
            many.add(sms("#" + i).at(NOON.plusMillis(i)));
        }
        stores.commit(many);
        try (Stores otherGateway = new Stores(db)) {
            var one = Threads.start(() -> redecodeAll(stores));
            var two = Threads.start(() -> redecodeAll(otherGateway));
            assertThat(Threads.result(one) + Threads.result(two)).isEqualTo(count);
        }
        assertThat(stores.seenBy(leased)).allMatch(message -> message.version() == 2);
        assertThat(
                        db.database()
                                .dsl()
                                .fetchCount(
                                        MESSAGE_VERSION,
                                        MESSAGE_VERSION.MESSAGE_ID.in(
                                                stores.seenBy(leased).stream()
                                                        .map(m -> m.id().uuid())
                                                        .toList())))
                .isEqualTo(count);
    }

    private int redecodeAll(Stores gateway) {
        Redecoding redecoding = gateway.redecoding(this::corrected);
        Redecoded page = (Redecoded) redecoding.redecode(request(false, null));
        int changed = page.changed();
        while (page.next() != null) {
            page =
                    (Redecoded)
                            redecoding.redecode(
                                    request(false, Objects.requireNonNull(page.next())));
            changed += page.changed();
        }
        return changed;
    }
}
