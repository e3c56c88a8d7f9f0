package io.inlet.persistence;

import static io.inlet.persistence.jooq.Tables.CONSENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inlet.consent.Consent;
import io.inlet.consent.ConsentId;
import io.inlet.consent.ConsentMethod;
import io.inlet.lease.Purpose;
import io.inlet.sms.Octets;
import io.inlet.tenant.Environment;
import io.inlet.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresConsentsTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private final PostgresConsents consents =
            new PostgresConsents(db.database(), InstantSource.system());
    private final Consent consent =
            new Consent(
                    Octets.hex("0102"),
                    Purpose.QA_TESTING,
                    "v3",
                    ConsentMethod.WEB_FORM,
                    Octets.hex("0a0b"),
                    Instant.parse("2026-03-01T12:00:00Z"),
                    null);

    @Test
    void a_consent_is_kept_as_it_was_given() {
        TenantId tenant = db.rows().tenant(Environment.LIVE).tenant();
        ConsentId id = consents.record(tenant, consent);
        var row = db.database().dsl().fetchSingle(CONSENT, CONSENT.CONSENT_ID.eq(id.uuid()));
        assertThat(row.getTenantId()).isEqualTo(tenant.uuid());
        assertThat(row.getSubject()).containsExactly(1, 2);
        assertThat(row.getPurpose()).isEqualTo("qa_testing");
        assertThat(row.getGrantedAt()).isEqualTo(consent.grantedAt());
        assertThat(row.getExpiresAt()).isNull();
    }

    @Test
    void a_consent_of_nobody_is_refused() {
        assertThatThrownBy(() -> consents.record(new TenantId(UUID.randomUUID()), consent))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
