package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.CODE_RULE;
import static io.inlet.persistence.jooq.Tables.CODE_RULE_CHANGE;

import io.inlet.code.CodeRule;
import io.inlet.code.CodeRule.Place;
import io.inlet.code.CodeRule.Position;
import io.inlet.code.CodeRule.Said;
import io.inlet.code.CodeRule.Scope;
import io.inlet.code.CodeRule.Shape;
import io.inlet.code.CodeRule.Signs;
import io.inlet.code.CodeRuleId;
import io.inlet.code.CodeRuleStore.Removed;
import io.inlet.code.CodeRuleStore.Saved;
import io.inlet.persistence.jooq.tables.records.CodeRuleRecord;
import io.inlet.tenant.TenantId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules of all tenants as the database has them. */
final class CodeRuleTable {
    private static final Logger log = LoggerFactory.getLogger(CodeRuleTable.class);

    private CodeRuleTable() {}

    /** How many changes there were so far. */
    static long revision(DSLContext dsl) {
        return dsl.fetchSingle(CODE_RULE_CHANGE).getRevision();
    }

    /** The same, and whoever else changes rules waits until this transaction has ended. */
    static long lock(DSLContext dsl) {
        return dsl.selectFrom(CODE_RULE_CHANGE).forUpdate().fetchSingle().getRevision();
    }

    static void changed(DSLContext dsl, long revision) {
        Rows.expect(
                1, dsl.update(CODE_RULE_CHANGE).set(CODE_RULE_CHANGE.REVISION, revision).execute());
    }

    /** A tenant's rules that are used, in the order in which they are tried. */
    static List<Saved> of(DSLContext dsl, TenantId tenant) {
        return dsl
                .selectFrom(CODE_RULE)
                .where(CODE_RULE.TENANT_ID.eq(tenant.uuid()))
                .orderBy(CODE_RULE.REVISION)
                .fetch()
                .stream()
                .flatMap(CodeRuleTable::readable)
                .toList();
    }

    /** The rules of every tenant that are used, in the order in which they are tried. */
    static Map<TenantId, List<CodeRule>> all(DSLContext dsl) {
        return dsl.selectFrom(CODE_RULE).orderBy(CODE_RULE.REVISION).fetch().stream()
                .collect(
                        Collectors.groupingBy(
                                row -> new TenantId(row.getTenantId()),
                                LinkedHashMap::new,
                                Collectors.flatMapping(
                                        row -> readable(row).map(Saved::rule),
                                        Collectors.toList())));
    }

    // A rule of an earlier version that this one refuses must not take the others with it.
    private static Stream<Saved> readable(CodeRuleRecord row) {
        CodeRuleId id = new CodeRuleId(row.getRuleId());
        CodeRule rule = ruleOrNull(row);
        if (rule != null) {
            return Stream.of(new Saved(id, rule));
        }
        log.error(
                "the code rule {} is not used: this version refuses it; remove it and add it anew",
                id);
        return Stream.empty();
    }

    static void insert(DSLContext dsl, TenantId tenant, long revision, Saved saved) {
        CodeRule rule = saved.rule();
        Duration validFor = rule.said().validFor();
        dsl.insertInto(CODE_RULE)
                .set(CODE_RULE.RULE_ID, saved.id().uuid())
                .set(CODE_RULE.TENANT_ID, tenant.uuid())
                .set(CODE_RULE.REVISION, revision)
                .set(CODE_RULE.SENDER, rule.scope().sender())
                .set(CODE_RULE.HOLDS, rule.scope().holds())
                .set(CODE_RULE.SIGNS, Codes.of(rule.shape().signs()))
                .set(CODE_RULE.SHORTEST, (short) rule.shape().shortest())
                .set(CODE_RULE.LONGEST, (short) rule.shape().longest())
                .set(CODE_RULE.PLACE, Codes.of(rule.place().position()))
                .set(CODE_RULE.BESIDE, rule.place().beside())
                .set(CODE_RULE.BRAND, rule.said().brand())
                .set(
                        CODE_RULE.VALID_SECONDS,
                        validFor == null ? null : Math.toIntExact(validFor.toSeconds()))
                .execute();
    }

    /** Deletes a rule, readable or not; null if there is none. */
    static @Nullable Removed delete(DSLContext dsl, CodeRuleId id) {
        return dsl.deleteFrom(CODE_RULE)
                .where(CODE_RULE.RULE_ID.eq(id.uuid()))
                .returning()
                .fetchOne(row -> new Removed(id, ruleOrNull(row)));
    }

    private static @Nullable CodeRule ruleOrNull(CodeRuleRecord row) {
        try {
            return rule(row);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static CodeRule rule(CodeRuleRecord row) {
        Integer seconds = row.getValidSeconds();
        return new CodeRule(
                new Scope(row.getSender(), row.getHolds()),
                new Shape(
                        Codes.parse(Signs.class, row.getSigns()),
                        row.getShortest(),
                        row.getLongest()),
                new Place(Codes.parse(Position.class, row.getPlace()), row.getBeside()),
                new Said(row.getBrand(), seconds == null ? null : Duration.ofSeconds(seconds)));
    }
}
