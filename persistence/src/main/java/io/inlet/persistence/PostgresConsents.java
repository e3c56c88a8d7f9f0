package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.CONSENT;

import io.inlet.consent.Consent;
import io.inlet.consent.ConsentId;
import io.inlet.consent.ConsentStore;
import io.inlet.id.Uuid7;
import io.inlet.intake.DataRefusedException;
import io.inlet.tenant.TenantId;
import java.time.InstantSource;
import java.util.UUID;

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
                    .set(CONSENT.METHOD, consent.method())
                    .set(CONSENT.PROOF, consent.proof().array())
                    .set(CONSENT.GRANTED_AT, consent.grantedAt())
                    .set(CONSENT.EXPIRES_AT, consent.expiresAt())
                    .execute();
        } catch (DataRefusedException e) {
            if (StoreFailures.isMissingReference(e)) {
                throw new IllegalArgumentException("there is no tenant " + tenant, e);
            }
            throw e;
        }
        return new ConsentId(id);
    }
}
