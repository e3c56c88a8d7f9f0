package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.consent.Consent;
import io.inlet.consent.ConsentId;
import io.inlet.consent.ConsentMethod;
import io.inlet.lease.Purpose;
import io.inlet.sms.Octets;
import io.inlet.tenant.Environment;
import io.inlet.tenant.Tenant;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsentsOverHttpTest {
    private static final Consent CONSENT =
            new Consent(
                    Octets.hex("00"),
                    Purpose.QA_TESTING,
                    "v1",
                    ConsentMethod.CONTRACT,
                    Octets.hex("00"),
                    Instant.EPOCH,
                    null);

    private final RunningInlet inlet = new RunningInlet();
    private final Tenant tenant = inlet.tenant(Environment.LIVE);
    private final ContractClient client = inlet.client(inlet.key(tenant).reveal());
    private final ConsentId id = inlet.stores.record(tenant.id(), CONSENT);

    @AfterEach
    void end() {
        inlet.close();
    }

    @Test
    void consent_is_read_until_and_after_it_is_withdrawn() {
        Answer valid = client.get("/v1/consents/" + id);
        assertThat(valid.json().at("/valid").booleanValue()).isTrue();
        assertThat(valid.text("/method")).isEqualTo("contract");
        Answer withdrawn = client.post("/v1/consents/" + id + "/withdraw");
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.json().at("/valid").booleanValue()).isFalse();
        assertThat(client.get("/v1/consents/" + id).json()).isEqualTo(withdrawn.json());
        assertThat(client.post("/v1/consents/" + id + "/withdraw").json())
                .isEqualTo(withdrawn.json());
    }

    @Test
    void consent_of_another_tenant_does_not_exist() {
        ContractClient other = inlet.client();
        assertThat(other.get("/v1/consents/" + id).status()).isEqualTo(404);
        assertThat(other.post("/v1/consents/" + id + "/withdraw").status()).isEqualTo(404);
        assertThat(other.get("/v1/consents/x").status()).isEqualTo(404);
        assertThat(client.get("/v1/consents/" + id).json().at("/valid").booleanValue()).isTrue();
    }
}
