package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.CONSENT;

import io.inlet.consent.Consent;
import io.inlet.consent.ConsentId;
import io.inlet.consent.ConsentOutcome;
import io.inlet.consent.ConsentRecord;
import io.inlet.consent.ConsentStore;
import io.inlet.id.Uuid7;
import io.inlet.intake.DataRefusedException;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Consent records. Any thread; calls block. */
public final class PostgresConsents implements ConsentStore {
    private final Database database;
    private final InstantSource clock;

    public PostgresConsents(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public ConsentId record(TenantId tenant, Consent consent) {
        UUID id = Uuid7.mint(clock.instant());
        try {
            database.dsl()
                    .insertInto(CONSENT)
                    .set(CONSENT.CONSENT_ID, id)
                    .set(CONSENT.TENANT_ID, tenant.uuid())
                    .set(CONSENT.SUBJECT, consent.subject().array())
                    .set(CONSENT.PURPOSE, Codes.of(consent.purpose()))
                    .set(CONSENT.TEXT_VERSION, consent.textVersion())
                    .set(CONSENT.METHOD, Codes.of(consent.method()))
                    .set(CONSENT.PROOF, consent.proof().array())
                    .set(CONSENT.GRANTED_AT, consent.grantedAt())
                    .set(CONSENT.EXPIRES_AT, consent.expiresAt())
                    .set(CONSENT.DUE_AT, consent.expiresAt())
                    .execute();
        } catch (DataRefusedException e) {
            if (StoreFailures.isMissingReference(e)) {
                throw new IllegalArgumentException("there is no tenant " + tenant, e);
            }
            throw e;
        }
        return new ConsentId(id);
    }

    @Override
    public @Nullable ConsentRecord find(TenantId tenant, ConsentId id) {
        return ConsentTable.find(database.dsl(), tenant, id);
    }

    @Override
    public ConsentOutcome withdraw(TenantId tenant, ConsentId id) {
        return database.transaction(dsl -> {
            ConsentRecord consent = ConsentTable.lock(dsl, tenant, id);
            if (consent == null) {
                return new ConsentOutcome.NotFound();
            }
            if (consent.withdrawnAt() != null) {
                return new ConsentOutcome.Withdrawn(consent);
            }
            Instant now = PgTime.floor(clock.instant());
            ConsentTable.withdraw(dsl, tenant, id, now);
            return new ConsentOutcome.Withdrawn(new ConsentRecord(id, consent.consent(), now));
        });
    }
}
