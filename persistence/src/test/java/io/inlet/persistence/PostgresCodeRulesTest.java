package io.inlet.persistence;

import static io.inlet.persistence.Stores.NOON;
import static io.inlet.persistence.jooq.Tables.CODE_RULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.inlet.code.CodeRuleCheck;
import io.inlet.code.CodeRuleExample;
import io.inlet.code.CodeRuleId;
import io.inlet.code.CodeRuleStore.Added;
import io.inlet.code.CodeRuleStore.NoSuchTenant;
import io.inlet.code.CodeRuleStore.Outcome;
import io.inlet.code.CodeRuleStore.Refused;
import io.inlet.code.CodeRuleStore.Removed;
import io.inlet.code.CodeRuleStore.Saved;
import io.inlet.code.CodeRuleWish;
import io.inlet.code.CodeRuleWish.WishedPlace;
import io.inlet.code.CodeRuleWish.WishedSaid;
import io.inlet.code.CodeRuleWish.WishedScope;
import io.inlet.code.CodeRuleWish.WishedShape;
import io.inlet.code.CodeRules;
import io.inlet.tenant.Environment;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCodeRulesTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private final KnownCodeRules known = new KnownCodeRules(db.database());
    private final KnownCodeRules elsewhere = new KnownCodeRules(db.database());
    private final SettableClock clock = new SettableClock(NOON);
    private final PostgresCodeRules rules = new PostgresCodeRules(db.database(), known, clock);
    private final TenantId tenant = db.rows().tenant(Environment.LIVE).tenant();
    private final TenantId other = db.rows().tenant(Environment.LIVE).tenant();

    @BeforeEach
    void noneIsThere() {
        db.database().dsl().deleteFrom(CODE_RULE).execute();
    }

    @AfterEach
    void close() {
        known.close();
        elsewhere.close();
    }

    private static CodeRuleWish wish(String sender) {
        return new CodeRuleWish(
                new WishedScope(sender, "Haus"),
                new WishedShape("letters_and_digits", 4, 8),
                new WishedPlace("before", "is it"),
                new WishedSaid("Linde", "10m"));
    }

    private Saved add(TenantId owner, String sender) {
        return ((Added) rules.add(owner, wish(sender), null)).saved();
    }

    @Test
    void what_is_added_is_listed_as_it_was_in_the_order_in_which_it_is_tried() {
        Saved first = add(tenant, "Linden*");
        clock.advance(Duration.ofDays(-1));
        Saved second = add(tenant, "Eiche");
        add(other, "Linden*");
        assertThat(rules.rules(tenant)).containsExactly(first, second);
        assertThat(first.rule()).isEqualTo(((CodeRuleWish.Right) wish("Linden*").check()).rule());
        assertThat(first.id().toString()).startsWith("rul_");
    }

    @Test
    void what_is_removed_is_gone_and_nothing_else() {
        Saved first = add(tenant, "Linden*");
        Saved second = add(tenant, "Eiche");
        assertThat(rules.remove(first.id())).isEqualTo(new Removed(first.id(), first.rule()));
        assertThat(rules.remove(first.id())).isNull();
        assertThat(rules.remove(new CodeRuleId(new UUID(1, 1)))).isNull();
        assertThat(rules.rules(tenant)).containsExactly(second);
    }

    @Test
    void rule_that_this_version_refuses_can_be_removed_and_is_in_no_others_way() {
        Saved refused = add(tenant, "Linden*");
        db.database().dsl().update(CODE_RULE).set(CODE_RULE.HOLDS, "word 4829").execute();
        Saved after = add(tenant, "Eiche");
        assertThat(rules.rules(tenant)).containsExactly(after);

        assertThat(rules.remove(refused.id())).isEqualTo(new Removed(refused.id(), null));
        assertThat(rules.remove(refused.id())).isNull();
        assertThat(rules.rules(tenant)).containsExactly(after);
    }

    @Test
    void wish_is_judged_while_another_tenants_rules_are_changed() throws Exception {
        try (LockHolder holder = new LockHolder(db)) {
            holder.run("SELECT 1 FROM code_rule_change FOR UPDATE");
            holder.run("SELECT 1 FROM tenant WHERE tenant_id = ? FOR UPDATE", other.uuid());
            var refused = Threads.start(() -> rules.add(tenant, wish("*"), null));
            assertThat(Threads.result(refused)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void wrong_rule_changes_nothing_and_all_that_is_wrong_is_told() {
        add(tenant, "Linden*");
        var example = new CodeRuleExample("Haus K7P2 is it", "K7P2");
        assertThat(rules.add(tenant, wish("linden*"), example))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.faults()).hasSize(1));
        assertThat(rules.add(tenant, wish("*"), example))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.faults()).hasSize(1));
        assertThat(rules.rules(tenant)).hasSize(1);
        assertThat(rules.add(tenant, wish("Eiche"), example)).isInstanceOf(Added.class);
    }

    @Test
    void tenant_that_is_not_there_or_built_in_has_no_rules() {
        for (TenantId nobody : List.of(new TenantId(new UUID(1, 1)), Tenant.SYSTEM)) {
            assertThat(rules.rules(nobody)).isNull();
            assertThat(rules.add(nobody, wish("Eiche"), null)).isEqualTo(new NoSuchTenant());
        }
    }

    @Test
    void two_gateways_do_not_add_more_than_may_be() throws Exception {
        for (int i = 1; i < CodeRuleCheck.MOST; i++) {
            add(tenant, "Eiche " + i);
        }
        try (LockHolder holder = new LockHolder(db)) {
            holder.run("SELECT 1 FROM code_rule_change FOR UPDATE");
            var one = Threads.start(() -> rules.add(tenant, wish("Linde"), null));
            var two = Threads.start(() -> rules.add(tenant, wish("Buche"), null));
            await().atMost(Duration.ofSeconds(30)).until(PostgresCodeRulesTest::bothWait);
            holder.commit();
            assertThat(List.<Outcome>of(Threads.result(one), Threads.result(two)))
                    .hasAtLeastOneElementOfType(Added.class)
                    .hasAtLeastOneElementOfType(Refused.class);
        }
        assertThat(rules.rules(tenant)).hasSize(CodeRuleCheck.MOST);
    }

    private static boolean bothWait() {
        return Long.valueOf(2)
                .equals(
                        db.database()
                                .dsl()
                                .fetchValue(
                                        "SELECT count(*) FROM pg_stat_activity WHERE datname ="
                                                + " current_database() AND wait_event_type = 'Lock'"));
    }

    @Test
    void gateway_knows_at_once_what_is_changed_over_it() {
        assertThat(known.of(tenant).isEmpty()).isTrue();
        Saved saved = add(tenant, "Linden*");
        assertThat(known.of(tenant).isEmpty()).isFalse();
        assertThat(known.of(other).isEmpty()).isTrue();
        rules.remove(saved.id());
        assertThat(known.of(tenant).isEmpty()).isTrue();
    }

    @Test
    void gateway_knows_at_its_start_what_there_is_and_within_seconds_what_another_changes() {
        Saved first = add(tenant, "Linden*");
        elsewhere.start();
        assertThat(elsewhere.of(tenant).isEmpty()).isFalse();
        CodeRules untouched = elsewhere.of(tenant);

        add(other, "Eiche");
        await().atMost(Duration.ofSeconds(20)).until(() -> !elsewhere.of(other).isEmpty());
        assertThat(elsewhere.of(tenant)).isSameAs(untouched);
        rules.remove(first.id());
        await().atMost(Duration.ofSeconds(20)).until(() -> elsewhere.of(tenant).isEmpty());
    }

    @Test
    void nothing_is_read_when_nothing_was_changed() {
        add(tenant, "Linden*");
        elsewhere.refresh();
        // Behind the back of the count of changes: only who reads all rules again would see it.
        db.database().dsl().deleteFrom(CODE_RULE).execute();
        elsewhere.refresh();
        assertThat(elsewhere.of(tenant).isEmpty()).isFalse();
    }
}
