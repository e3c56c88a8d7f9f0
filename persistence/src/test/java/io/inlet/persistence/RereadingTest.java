package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.CONTENT_KEY;
import static io.inlet.persistence.jooq.Tables.MESSAGES;
import static io.inlet.persistence.jooq.Tables.MESSAGE_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.code.CodeExtractor;
import io.inlet.code.ReadingDifference;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.feed.Publication;
import io.inlet.feed.Revised;
import io.inlet.feed.Wakeups;
import io.inlet.intake.Rereading;
import io.inlet.intake.Rereading.Reread;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.intake.StoredRange;
import io.inlet.persistence.Stores.Leased;
import io.inlet.sms.BindId;
import io.inlet.sms.BindName;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.tenant.Environment;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RereadingTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final BindId OTHER_BIND = new BindId(new UUID(7, 8));
    private static final CodeExtractor SAME_CODES = LaterRules.codeOf(6);
    private static final CodeExtractor BRANDED = LaterRules.codeOf("Lindenhof");
    private static final CodeExtractor FOUR_DIGITS = LaterRules.codeOf(4);

    private static final Reread ONE_OF_TWO_OPENS =
            new Reread(2, 1, 1, 0, Map.of(ReadingDifference.BRAND, 1), null);

    private final Stores stores = new Stores(db);
    private final Leased leased = stores.leased(Environment.LIVE);

    @BeforeEach
    void bindsAreKnown() {
        db.database().dsl().execute("TRUNCATE messages, message_version");
        db.rows().bind(Sms.BIND, "b1");
        db.rows().bind(OTHER_BIND, "b2");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private Sms sms(String text) {
        return Sms.to(leased.msisdn(), text, NOON);
    }

    private static StoredRange hour(@Nullable MessageId after) {
        return new StoredRange(NOON, NOON.plusSeconds(3_600), after);
    }

    private Reread reread(CodeExtractor rules) {
        return reread(rules, null, null);
    }

    private Reread reread(CodeExtractor rules, @Nullable TenantId tenant, @Nullable BindName bind) {
        return (Reread) outcome(rules, tenant, bind);
    }

    private Rereading.Outcome outcome(
            CodeExtractor rules, @Nullable TenantId tenant, @Nullable BindName bind) {
        return stores.rereading(rules)
                .reread(new Rereading.Request(tenant, bind, hour(null), false));
    }

    private static Reread changed(int examined, int changed, ReadingDifference... differences) {
        Map<ReadingDifference, Integer> counts = new EnumMap<>(ReadingDifference.class);
        for (ReadingDifference difference : differences) {
            counts.merge(difference, 1, Integer::sum);
        }
        return new Reread(examined, changed, 0, 0, counts, null);
    }

    private Message only() {
        List<Message> seen = stores.seenBy(leased);
        assertThat(seen).hasSize(1);
        return seen.getFirst();
    }

    private static int keptVersions() {
        return db.database().dsl().fetchCount(MESSAGE_VERSION);
    }

    @Test
    void message_that_reads_differently_gets_a_new_version_and_keeps_the_old_one() {
        stores.commit(sms("Lindenhof: 271828"));
        Message before = only();

        assertThat(reread(BRANDED)).isEqualTo(changed(1, 1, ReadingDifference.BRAND));

        Message after = only();
        assertThat(after.content().reading().brand()).isEqualTo("Lindenhof");
        assertThat(after.content().reading().ruleVersion()).isEqualTo(LaterRules.VERSION);
        assertThat(after.content().readAs(before.content().reading())).isEqualTo(before.content());
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.times()).isEqualTo(before.times());
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.segments()).isEqualTo(before.segments());
        assertThat(stores.reader.read(leased.tenant(), leased.lease(), before.id(), 1))
                .isEqualTo(before);
        FeedEntry told = stores.events(leased).getLast();
        assertThat(told.type()).isEqualTo(EventType.MESSAGE_REVISED);
        assertThat(told.version()).isEqualTo(2);
        assertThat(told.revised()).isEqualTo(new Revised(Revised.Cause.REREAD, false));
        assertThat(stores.events(leased)).hasSize(2);
    }

    @Test
    void where_only_confidence_candidates_or_rules_differ_there_is_no_new_version() {
        stores.commit(List.of(sms("Lindenhof: 271828"), sms("see you at 8")));
        List<Message> before = stores.seenBy(leased);

        assertThat(reread(SAME_CODES)).isEqualTo(changed(2, 0));

        assertThat(stores.seenBy(leased)).isEqualTo(before);
        assertThat(stores.events(leased)).hasSize(2);
        assertThat(keptVersions()).isZero();
    }

    @Test
    void done_twice_it_changes_nothing() {
        stores.commit(sms("Lindenhof: 271828"));
        reread(BRANDED);
        assertThat(reread(BRANDED)).isEqualTo(changed(1, 0));
        assertThat(stores.events(leased)).hasSize(2);
    }

    @Test
    void code_that_appears_is_said_to_be_new() {
        stores.commit(sms("your code is 8271"));
        assertThat(reread(FOUR_DIGITS))
                .isEqualTo(
                        changed(
                                1,
                                1,
                                ReadingDifference.CODE_FOUND,
                                ReadingDifference.DISPLAY,
                                ReadingDifference.KIND));
        assertThat(only().content().reading().code()).isEqualTo("8271");
        assertThat(stores.events(leased).getLast().bringsCode()).isTrue();
    }

    @Test
    void who_waits_hears_of_the_code_that_a_message_has_now() {
        stores.commit(sms("your code is 8271"));
        List<Publication> heard = new ArrayList<>();
        List<String> woken = new ArrayList<>();
        var watcher =
                new Wakeups.Watcher() {
                    @Override
                    public void hear(Publication publication) {
                        heard.add(publication);
                    }

                    @Override
                    public void wake() {
                        woken.add("after " + heard.size());
                    }
                };
        try (var _ = stores.wakeups.watch(leased.tenant(), leased.lease(), watcher)) {
            reread(FOUR_DIGITS);
        }
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().entry().bringsCode()).isTrue();
        assertThat(heard.getFirst().message()).isEqualTo(only());
        assertThat(woken).containsExactly("after 1");
    }

    @Test
    void code_that_disappears_is_gone_from_the_new_version_alone() {
        stores.commit(sms("order 271828"));
        MessageId id = only().id();
        assertThat(reread(FOUR_DIGITS))
                .isEqualTo(
                        changed(
                                1,
                                1,
                                ReadingDifference.CODE_GONE,
                                ReadingDifference.DISPLAY,
                                ReadingDifference.KIND));
        assertThat(only().content().reading().code()).isNull();
        assertThat(stores.events(leased).getLast().bringsCode()).isFalse();
        Message first =
                Objects.requireNonNull(stores.reader.read(leased.tenant(), leased.lease(), id, 1));
        assertThat(first.content().reading().code()).isEqualTo("271828");
    }

    @Test
    void code_that_an_earlier_version_had_is_not_new_when_it_comes_back() {
        stores.commit(sms("order 271828, code 8271"));
        assertThat(reread(FOUR_DIGITS).differences())
                .containsEntry(ReadingDifference.OTHER_CODE, 1);
        assertThat(stores.events(leased).getLast().bringsCode()).isTrue();

        reread(SAME_CODES);

        assertThat(only().content().reading().code()).isEqualTo("271828");
        assertThat(only().version()).isEqualTo(3);
        assertThat(stores.events(leased).getLast().bringsCode()).isFalse();
    }

    @Test
    void dry_run_counts_and_changes_nothing() {
        stores.commit(List.of(sms("your code is 8271"), sms("order 271828")));
        var request = new Rereading.Request(null, null, hour(null), true);
        assertThat(stores.rereading(FOUR_DIGITS).reread(request))
                .isEqualTo(
                        new Reread(
                                2,
                                2,
                                0,
                                0,
                                Map.of(
                                        ReadingDifference.CODE_FOUND,
                                        1,
                                        ReadingDifference.CODE_GONE,
                                        1,
                                        ReadingDifference.DISPLAY,
                                        2,
                                        ReadingDifference.KIND,
                                        2),
                                null));
        assertThat(stores.seenBy(leased)).allMatch(message -> message.version() == 1);
        assertThat(stores.events(leased)).hasSize(2);
    }

    @Test
    void dry_run_takes_no_lock() {
        stores.commit(sms("271828"));
        var request = new Rereading.Request(null, null, hour(null), true);
        try (LockHolder holder = new LockHolder(db)) {
            holder.run("SELECT 1 FROM messages FOR UPDATE");
            assertThat(stores.rereading(BRANDED).reread(request))
                    .isEqualTo(changed(1, 1, ReadingDifference.BRAND));
        }
    }

    @Test
    void message_that_does_not_open_is_counted_and_in_no_others_way() {
        MessageId damaged = Stores.id(stores.commit(sms("271828")));
        MessageId whole = Stores.id(stores.commit(sms("271829")));
        db.database()
                .dsl()
                .update(MESSAGES)
                .set(MESSAGES.SEALED, new byte[] {0})
                .where(MESSAGES.MESSAGE_ID.eq(damaged.uuid()))
                .execute();
        var bind = new BindName("testcarrier", "b1");

        assertThat(reread(BRANDED, null, bind)).isEqualTo(ONE_OF_TWO_OPENS);

        assertThat(stores.row(damaged).getVersion()).isEqualTo(1);
        assertThat(stores.row(whole).getVersion()).isEqualTo(2);
    }

    @Test
    void message_whose_key_is_lost_is_counted_and_in_no_others_way() {
        Leased other = stores.leased(Environment.LIVE);
        stores.commit(List.of(sms("271828"), Sms.to(other.msisdn(), "271829", NOON)));
        db.database()
                .dsl()
                .update(CONTENT_KEY)
                .set(CONTENT_KEY.WRAPPED, new byte[] {0})
                .where(CONTENT_KEY.LEASE_ID.eq(other.lease().uuid()))
                .execute();
        try (Stores restarted = new Stores(db)) {
            var request = new Rereading.Request(null, null, hour(null), false);
            assertThat(restarted.rereading(BRANDED).reread(request)).isEqualTo(ONE_OF_TWO_OPENS);
        }
        assertThat(only().version()).isEqualTo(2);
    }

    @Test
    void earlier_version_that_does_not_open_keeps_no_message_from_being_read() {
        stores.commit(sms("271828"));
        reread(BRANDED);
        db.database()
                .dsl()
                .update(MESSAGE_VERSION)
                .set(MESSAGE_VERSION.SEALED, new byte[1])
                .execute();
        assertThat(reread(SAME_CODES)).isEqualTo(changed(1, 1, ReadingDifference.BRAND));
        assertThat(only().version()).isEqualTo(3);
    }

    @Test
    void only_what_was_received_in_that_time_is_read_again() {
        stores.commit(
                List.of(
                        sms("271828").at(NOON.minusMillis(1)),
                        sms("271829").at(NOON),
                        sms("271830").at(NOON.plusSeconds(3_600))));
        assertThat(reread(BRANDED)).isEqualTo(changed(1, 1, ReadingDifference.BRAND));
    }

    @Test
    void one_tenant_alone_is_read_again() {
        Leased other = stores.leased(Environment.LIVE);
        stores.commit(List.of(sms("271828"), Sms.to(other.msisdn(), "271829", NOON)));

        assertThat(reread(BRANDED, other.tenant(), null))
                .isEqualTo(changed(1, 1, ReadingDifference.BRAND));

        assertThat(only().version()).isEqualTo(1);
        assertThat(stores.seenBy(other).getFirst().version()).isEqualTo(2);
        assertThat(outcome(BRANDED, new TenantId(new UUID(1, 1)), null))
                .isEqualTo(new Rereading.NoSuchTenant());
    }

    @Test
    void one_bind_alone_is_read_again_with_each_message_that_it_brought_a_part_of() {
        stores.commit(
                List.of(
                        sms("271828"),
                        sms("271829").over(OTHER_BIND),
                        sms("271").part(1, 2, 1),
                        sms("830").part(1, 2, 2).over(OTHER_BIND),
                        sms("27").part(2, 2, 1),
                        sms("1831").part(2, 2, 2)));

        Reread done = reread(BRANDED, null, new BindName("testcarrier", "b2"));

        assertThat(done.examined()).isEqualTo(2);
        assertThat(done.changed()).isEqualTo(2);
        assertThat(stores.seenBy(leased))
                .filteredOn(message -> message.version() == 2)
                .extracting(message -> message.content().text())
                .containsExactlyInAnyOrder("271829", "271830");
        assertThat(outcome(BRANDED, null, new BindName("testcarrier", "b3")))
                .isEqualTo(new Rereading.NoSuchBind());
    }

    @Test
    void purged_message_is_left_alone() {
        stores.commit(sms("271828"));
        db.database()
                .dsl()
                .deleteFrom(CONTENT_KEY)
                .where(CONTENT_KEY.LEASE_ID.eq(leased.lease().uuid()))
                .execute();
        assertThat(reread(BRANDED)).isEqualTo(changed(0, 0));
        assertThat(keptVersions()).isZero();
        assertThat(stores.events(leased)).hasSize(1);
    }

    @Test
    void purged_lease_is_left_alone_even_before_its_content_is_deleted() {
        stores.commit(sms("271828"));
        stores.clockAt(Stores.period().graceEndsAt().minusMillis(1));
        assertThat(reread(BRANDED)).isEqualTo(changed(1, 1, ReadingDifference.BRAND));
        stores.clockAt(Stores.period().graceEndsAt());
        assertThat(reread(SAME_CODES)).isEqualTo(changed(0, 0));
        assertThat(stores.events(leased)).hasSize(2);
        assertThat(keptVersions()).isEqualTo(1);
    }

    @Test
    void owner_stays_whatever_became_of_the_lease() {
        stores.commit(sms("271828"));
        try (LockHolder holder = new LockHolder(db)) {
            holder.release(leased.lease().uuid(), NOON.minusSeconds(60));
            holder.commit();
        }
        reread(BRANDED);
        assertThat(only().lease()).isEqualTo(leased.lease());
        assertThat(only().content().reading().brand()).isEqualTo("Lindenhof");
    }

    @Test
    void message_of_nobody_stays_nobodys_and_is_not_told() {
        MessageId id = Stores.id(stores.commit(Sms.to("447700999999", "271828", NOON)));
        assertThat(reread(BRANDED)).isEqualTo(changed(1, 1, ReadingDifference.BRAND));
        assertThat(stores.row(id).getVersion()).isEqualTo(2);
        assertThat(stores.row(id).getLeaseId()).isNull();
    }

    @Test
    void suspended_lease_is_left_alone_until_it_is_active_again() {
        stores.commit(sms("271828"));
        stores.suspend(leased, true);
        assertThat(reread(BRANDED)).isEqualTo(new Reread(0, 0, 0, 1, Map.of(), null));
        assertThat(stores.events(leased)).hasSize(1);

        stores.suspend(leased, false);
        reread(BRANDED);
        assertThat(stores.events(leased)).hasSize(2);
    }

    @Test
    void half_a_code_before_a_gap_is_not_read_as_one() {
        stores.commit(
                List.of(
                        sms("the code is 8271").part(1, 2, 1),
                        sms("8271 is the code, it ends with 8").part(2, 2, 1)));
        stores.clockAt(NOON.plusSeconds(3_600));
        stores.overdue.deliver();

        assertThat(reread(FOUR_DIGITS).changed()).isEqualTo(1);
        assertThat(stores.seenBy(leased))
                .filteredOn(message -> message.content().reading().code() != null)
                .extracting(message -> message.content().text())
                .containsExactly("8271 is the code, it ends with 8\uFFFD");
    }

    @Test
    void killed_in_between_and_run_again_it_makes_no_version_twice() throws Exception {
        List<Sms> many = many(StoredRange.PAGE + 10);
        stores.commit(many);
        Reread first = reread(BRANDED);
        try (LockHolder holder = new LockHolder(db)) {
            holder.lockFeedOf(leased.tenant());
            var second =
                    Threads.start(() ->
                            stores.rereading(BRANDED)
                                    .reread(
                                            new Rereading.Request(
                                                    null, null, hour(first.next()), false)));
            holder.awaitWaiter();
            holder.killWaiter();
            assertThatThrownBy(() -> Threads.result(second))
                    .hasCauseInstanceOf(StoreUnavailableException.class);
        }
        assertThat(keptVersions()).isEqualTo(StoredRange.PAGE);

        assertThat(rereadAll(stores)).isEqualTo(10);

        assertThat(stores.seenBy(leased)).allMatch(message -> message.version() == 2);
        assertThat(keptVersions()).isEqualTo(many.size());
        assertThat(stores.events(leased)).hasSize(2 * many.size());
    }

    @Test
    void two_operators_at_once_make_each_version_once() throws Exception {
        List<Sms> many = many(StoredRange.PAGE + 50);
        stores.commit(many);
        try (Stores otherGateway = new Stores(db)) {
            var one = Threads.start(() -> rereadAll(stores));
            var two = Threads.start(() -> rereadAll(otherGateway));
            assertThat(Threads.result(one) + Threads.result(two)).isEqualTo(many.size());
        }
        assertThat(stores.seenBy(leased)).allMatch(message -> message.version() == 2);
        assertThat(keptVersions()).isEqualTo(many.size());
    }

    @Test
    void page_ends_early_when_its_time_is_up_and_goes_on_where_it_ended() {
        stores.commit(many(5));
        CodeExtractor slow =
                (text, sender) -> {
                    stores.clock.advance(Duration.ofSeconds(2));
                    return BRANDED.read(text, sender);
                };
        Reread cut = reread(slow);
        assertThat(cut.examined()).isEqualTo(3);
        assertThat(cut.next()).isNotNull();
        Rereading.Outcome rest =
                stores.rereading(BRANDED)
                        .reread(new Rereading.Request(null, null, hour(cut.next()), false));
        assertThat(rest)
                .isEqualTo(new Reread(2, 2, 0, 0, Map.of(ReadingDifference.BRAND, 2), null));
    }

    @Test
    void what_is_not_wanted_fills_no_page_and_is_passed_over_in_bounds() {
        Leased other = stores.leased(Environment.LIVE);
        List<Sms> batch = many(2_000);
        batch.add(Sms.to(other.msisdn(), "271828", NOON.plusSeconds(60)));
        stores.commit(batch);

        Reread passed = reread(BRANDED, other.tenant(), null);
        assertThat(passed.examined()).isZero();
        assertThat(passed.next()).isNotNull();
        Rereading.Outcome found =
                stores.rereading(BRANDED)
                        .reread(
                                new Rereading.Request(
                                        other.tenant(), null, hour(passed.next()), false));
        assertThat(found).isEqualTo(changed(1, 1, ReadingDifference.BRAND));
    }

    private List<Sms> many(int count) {
        List<Sms> many = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            many.add(sms(Integer.toString(271_000 + i)).at(NOON.plusMillis(i)));
        }
        return many;
    }

    private static int rereadAll(Stores gateway) {
        Rereading rereading = gateway.rereading(BRANDED);
        int changed = 0;
        MessageId after = null;
        do {
            Reread page =
                    (Reread)
                            rereading.reread(new Rereading.Request(null, null, hour(after), false));
            changed += page.changed();
            after = page.next();
        } while (after != null);
        return changed;
    }
}
