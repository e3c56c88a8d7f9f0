package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.CODE_RULE;
import static io.inlet.persistence.jooq.Tables.REASSEMBLY;
import static io.inlet.persistence.jooq.Tables.SEGMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.code.CodeRuleStore.Added;
import io.inlet.code.CodeRuleWish;
import io.inlet.code.CodeRuleWish.WishedPlace;
import io.inlet.code.CodeRuleWish.WishedSaid;
import io.inlet.code.CodeRuleWish.WishedScope;
import io.inlet.code.CodeRuleWish.WishedShape;
import io.inlet.code.CueExtractor;
import io.inlet.code.RuleExtractor;
import io.inlet.feed.EventType;
import io.inlet.feed.FeedEntry;
import io.inlet.feed.Publication;
import io.inlet.feed.Revised;
import io.inlet.intake.Composer;
import io.inlet.intake.FailureQuery;
import io.inlet.intake.Redecoding;
import io.inlet.intake.Redecoding.Redecoded;
import io.inlet.intake.Rereading;
import io.inlet.intake.StoredRange;
import io.inlet.lease.Lease;
import io.inlet.persistence.Stores.Leased;
import io.inlet.sms.Arrival;
import io.inlet.sms.BindName;
import io.inlet.sms.Message;
import io.inlet.sms.MessageId;
import io.inlet.sms.Octets;
import io.inlet.sms.Origin;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules are tried on every path on which a message comes to its owner, and on no other's. */
class TenantRulesTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final StoredRange MINUTE = new StoredRange(NOON, NOON.plusSeconds(60), null);

    private static final CueExtractor EXTRACTOR = new CueExtractor();
    private static final String TEXT = "door 123456, word is 4711";

    private final KnownCodeRules known = new KnownCodeRules(db.database());
    private final Composer composer =
            new Composer((text, _) -> Sms.reading(text), new RuleExtractor(EXTRACTOR, known::of));
    private final Stores stores = new Stores(db, CommitSettings.DEFAULT, composer);
    private final PostgresCodeRules rules =
            new PostgresCodeRules(db.database(), known, stores.clock);
    private final Leased leased = stores.leased(Environment.LIVE);
    private final Leased other = stores.leased(Environment.LIVE);

    @BeforeEach
    void nothingIsThere() {
        db.database().dsl().execute("TRUNCATE messages");
        db.database().dsl().deleteFrom(CODE_RULE).execute();
        db.database().dsl().deleteFrom(SEGMENT).execute();
        db.database().dsl().deleteFrom(REASSEMBLY).execute();
    }

    @AfterEach
    void close() {
        known.close();
        stores.close();
    }

    private void fourDigitsAfterWordIs(TenantId tenant) {
        CodeRuleWish wish =
                new CodeRuleWish(
                        new WishedScope(null, null),
                        new WishedShape("digits", 4, 4),
                        new WishedPlace("after", "word is"),
                        new WishedSaid(null, null));
        assertThat(rules.add(tenant, wish, null)).isInstanceOf(Added.class);
    }

    private static Sms sms(Leased to, String text) {
        return Sms.to(to.msisdn(), text, NOON);
    }

    private String code(Leased lease) {
        List<Message> seen = stores.seenBy(lease);
        assertThat(seen).hasSize(1);
        return String.valueOf(seen.getFirst().content().reading().code());
    }

    @Test
    void message_is_read_by_the_rules_of_its_owner_and_of_nobody_else() {
        fourDigitsAfterWordIs(leased.tenant());
        stores.commit(List.of(sms(leased, TEXT), sms(other, TEXT)));

        assertThat(code(leased)).isEqualTo("4711");
        assertThat(stores.seenBy(leased).getFirst().content().reading().rule()).isEqualTo("tenant");
        assertThat(code(other)).isEqualTo("123456");
        assertThat(stores.seenBy(other).getFirst().content().reading().rule())
                .isEqualTo("six_digits");
    }

    @Test
    void none_that_fits_leaves_the_general_reading() {
        fourDigitsAfterWordIs(leased.tenant());
        stores.commit(sms(leased, "code 123456"));
        assertThat(code(leased)).isEqualTo("123456");
    }

    @Test
    void who_waits_is_told_the_code_that_only_a_rule_finds() {
        fourDigitsAfterWordIs(leased.tenant());
        List<Publication> told =
                stores.messages
                        .commit(stores.submissions(List.of(sms(leased, "word is 4711"))))
                        .events();
        assertThat(told)
                .extracting(event -> event.entry().type())
                .containsExactly(EventType.CODE_RECEIVED);
        Message message = Objects.requireNonNull(told.getFirst().message());
        assertThat(message).isEqualTo(stores.seenBy(leased).getFirst());
        assertThat(message.content().reading().code()).isEqualTo("4711");
    }

    @Test
    void message_that_the_commit_finds_to_be_anothers_is_read_by_that_ones_rules() {
        stores.commit(sms(leased, "before").at(NOON.minusSeconds(60))); // and remembered
        Leased next = handedOnTo(other.caller());
        fourDigitsAfterWordIs(leased.tenant());

        stores.commit(List.of(sms(next, TEXT), sms(other, "and one to lock its feed")));

        assertThat(stores.textsSeenBy(leased)).containsExactly("before");
        assertThat(code(next)).isEqualTo("123456");
    }

    @Test
    void what_was_another_tenants_by_memory_is_read_by_the_owners_rules() {
        stores.commit(sms(leased, "before").at(NOON.minusSeconds(60)));
        Leased next = handedOnTo(other.caller());
        fourDigitsAfterWordIs(other.tenant());

        stores.commit(List.of(sms(next, TEXT), sms(other, "and one to lock its feed")));

        assertThat(code(next)).isEqualTo("4711");
    }

    /** The number of the lease is another's from a second before noon. */
    private Leased handedOnTo(Caller caller) {
        Instant then = NOON.minusSeconds(1);
        try (LockHolder holder = new LockHolder(db)) {
            holder.endForGood(leased.lease().uuid(), then);
            holder.commit();
        }
        var end = Stores.period();
        var period =
                new Lease.Period(then, end.expiresAt(), end.graceEndsAt(), end.cooldownEndsAt());
        return new Leased(
                caller, leased.number(), db.rows().lease(caller, leased.number().id(), period));
    }

    @Test
    void long_message_is_read_by_its_owners_rules_when_it_is_complete() {
        fourDigitsAfterWordIs(leased.tenant());
        for (Leased lease : List.of(leased, other)) {
            stores.commit(sms(lease, "door 123456, word is 47").part(1, 2, 1));
            stores.commit(sms(lease, "11 today").part(1, 2, 2));
        }
        assertThat(code(leased)).isEqualTo("4711");
        assertThat(code(other)).isEqualTo("123456");
    }

    @Test
    void number_that_may_go_on_is_no_code_and_the_late_part_tells_that_it_was_one() {
        fourDigitsAfterWordIs(leased.tenant());
        stores.commit(sms(leased, "word is 4711").part(1, 2, 1));
        stores.clockAt(NOON.plus(CommitSettings.DEFAULT.reassemblyTimeout()).plusSeconds(1));
        stores.overdue.deliver();
        assertThat(code(leased)).isEqualTo("null");

        stores.commit(sms(leased, ", come in").part(1, 2, 2).at(stores.clock.instant()));
        assertThat(code(leased)).isEqualTo("4711");
        assertThat(stores.events(leased).getLast().revised())
                .isEqualTo(new Revised(Revised.Cause.COMPLETED, true));
    }

    @Test
    void stored_message_is_read_by_the_rules_of_now_when_it_is_decoded_again() {
        db.rows().bind(Sms.BIND, "b1");
        stores.commit(List.of(sms(leased, TEXT), sms(other, "other " + TEXT)));
        fourDigitsAfterWordIs(leased.tenant());

        assertThat(redecode()).isEqualTo(new Redecoded(2, 1, 0, 0, null));
        assertThat(code(leased)).isEqualTo("4711");
        assertThat(code(other)).isEqualTo("123456");
        FeedEntry told = stores.events(leased).getLast();
        assertThat(told.revised()).isEqualTo(new Revised(Revised.Cause.REDECODED, true));
        assertThat(redecode()).isEqualTo(new Redecoded(2, 0, 0, 0, null));
    }

    @Test
    void stored_message_is_read_by_the_rules_of_now_when_its_code_is_read_again() {
        stores.commit(List.of(sms(leased, TEXT), sms(other, "other " + TEXT)));
        fourDigitsAfterWordIs(leased.tenant());

        assertThat(reread().changed()).isEqualTo(1);
        assertThat(code(leased)).isEqualTo("4711");
        assertThat(code(other)).isEqualTo("123456");
        assertThat(reread().changed()).isZero();
    }

    private Rereading.Reread reread() {
        return (Rereading.Reread)
                stores.rereading().reread(new Rereading.Request(null, null, MINUTE, false));
    }

    private Redecoded redecode() {
        return (Redecoded)
                stores.redecoding(this::asItWas)
                        .redecode(
                                new Redecoding.Request(
                                        new BindName("testcarrier", "b1"), MINUTE, false));
    }

    private Arrival asItWas(Origin origin, Instant at, Octets pdu) {
        String text = Sms.textOf(pdu);
        return sms(text.startsWith("other") ? other : leased, text).at(at).segment();
    }

    @Test
    void failure_that_can_be_read_now_is_read_by_its_owners_rules() {
        fourDigitsAfterWordIs(leased.tenant());
        stores.messages.commit(List.of(stores.raw(sms(leased, TEXT))));
        stores.failures(this::asItWas)
                .reprocess(new FailureQuery(List.of(), null, null, null, NOON, null, null, 10));
        assertThat(code(leased)).isEqualTo("4711");
    }

    @Test
    void nobodys_message_is_read_by_no_rules() {
        fourDigitsAfterWordIs(leased.tenant());
        MessageId id = Stores.id(stores.commit(Sms.to("449999999999", TEXT, NOON)));
        assertThat(stores.row(id).getTenantId()).isEqualTo(Tenant.SYSTEM.uuid());
        assertThat(stores.events(leased)).isEmpty();
    }
}
