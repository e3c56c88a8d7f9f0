package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.CONSENT;

import io.inlet.consent.Consent;
import io.inlet.consent.ConsentId;
import io.inlet.consent.ConsentMethod;
import io.inlet.consent.ConsentRecord;
import io.inlet.feed.EventType;
import io.inlet.lease.Purpose;
import io.inlet.sms.Octets;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** Consents as rows. */
final class ConsentTable {
    private ConsentTable() {}

    /** A consent of this tenant, or null. */
    static @Nullable ConsentRecord find(DSLContext dsl, TenantId tenant, ConsentId id) {
        return of(dsl, tenant, id).fetchOne(ConsentTable::read);
    }

    /** The same, and it is not withdrawn until this transaction has ended. */
    static @Nullable ConsentRecord share(DSLContext dsl, TenantId tenant, ConsentId id) {
        return of(dsl, tenant, id).forShare().fetchOne(ConsentTable::read);
    }

    /** The same, locked: before the head of the tenant's feed. */
    static @Nullable ConsentRecord lock(DSLContext dsl, TenantId tenant, ConsentId id) {
        return of(dsl, tenant, id).forNoKeyUpdate().fetchOne(ConsentTable::read);
    }

    private static SelectConditionStep<Record> of(DSLContext dsl, TenantId tenant, ConsentId id) {
        return dsl.select()
                .from(CONSENT)
                .where(CONSENT.CONSENT_ID.eq(id.uuid()), CONSENT.TENANT_ID.eq(tenant.uuid()));
    }

    /** Withdraws a consent that is locked and is not withdrawn yet. */
    static void withdraw(DSLContext dsl, TenantId tenant, ConsentId id, Instant at) {
        int changed =
                dsl.update(CONSENT)
                        .set(CONSENT.WITHDRAWN_AT, at)
                        .set(CONSENT.DUE_AT, at)
                        .where(CONSENT.CONSENT_ID.eq(id.uuid()), CONSENT.WITHDRAWN_AT.isNull())
                        .execute();
        Rows.expect(1, changed);
        FeedWriter.lock(dsl, tenant).append(EventType.CONSENT_WITHDRAWN, id.toString(), at);
    }

    private static ConsentRecord read(Record row) {
        UUID id = row.get(CONSENT.CONSENT_ID);
        return new ConsentRecord(
                new ConsentId(id),
                new Consent(
                        Octets.wrap(row.get(CONSENT.SUBJECT)),
                        Codes.parse(Purpose.class, row.get(CONSENT.PURPOSE)),
                        row.get(CONSENT.TEXT_VERSION),
                        Codes.parse(ConsentMethod.class, row.get(CONSENT.METHOD)),
                        Octets.wrap(row.get(CONSENT.PROOF)),
                        row.get(CONSENT.GRANTED_AT),
                        row.get(CONSENT.EXPIRES_AT)),
                row.get(CONSENT.WITHDRAWN_AT));
    }
}
