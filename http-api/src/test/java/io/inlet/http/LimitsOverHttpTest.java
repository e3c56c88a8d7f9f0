package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.tenant.Environment;
import io.inlet.tenant.Tenant;
import org.junit.jupiter.api.Test;

class LimitsOverHttpTest {
    @Test
    void who_asks_too_often_is_told_when_to_come_again_and_others_notice_nothing() {
        try (RunningInlet inlet = new RunningInlet(rates(1, 100, 100))) {
            ContractClient eager = inlet.client();
            Answer first = eager.get("/v1/leases");
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"key\";q=2;w=2");
            assertThat(first.headers().firstValue("RateLimit")).hasValue("\"key\";r=1;t=1");
            eager.get("/v1/leases");
            Answer refused = eager.get("/v1/leases");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.problem()).isEqualTo("rate-limited");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.headers().firstValue("RateLimit")).hasValue("\"key\";r=0;t=2");
            assertThat(inlet.client().get("/v1/leases").status()).isEqualTo(200);
        }
    }

    @Test
    void keys_of_one_tenant_share_what_the_tenant_may() {
        try (RunningInlet inlet = new RunningInlet(rates(100, 1, 100))) {
            Tenant tenant = inlet.tenant(Environment.SANDBOX);
            ContractClient one = inlet.client(inlet.key(tenant).reveal());
            ContractClient other = inlet.client(inlet.key(tenant).reveal());
            assertThat(one.get("/v1/leases").status()).isEqualTo(200);
            assertThat(other.get("/v1/leases").status()).isEqualTo(200);
            assertThat(one.get("/v1/leases").problem()).isEqualTo("rate-limited");
            assertThat(other.get("/v1/leases").problem()).isEqualTo("rate-limited");
        }
    }

    @Test
    void one_lease_is_not_asked_for_more_often_than_allowed() {
        try (RunningInlet inlet = new RunningInlet(rates(100, 100, 1))) {
            ContractClient client = inlet.client();
            String path = "/v1/leases/" + RunningInlet.lease(client).text("/lease/id");
            String other = "/v1/leases/" + RunningInlet.lease(client).text("/lease/id");
            client.get(path);
            client.get(path);
            assertThat(client.get(path).problem()).isEqualTo("rate-limited");
            assertThat(client.get(other).status()).isEqualTo(200);
        }
    }

    private static HttpSettings rates(int key, int tenant, int lease) {
        HttpSettings d = HttpSettings.DEFAULT;
        return new HttpSettings(
                d.address(),
                0,
                d.maxBodyOctets(),
                d.maxConnections(),
                d.maxWaits(),
                key,
                tenant,
                lease,
                d.maxConcurrent(),
                d.requestTimeout(),
                d.keyCache(),
                d.shutdownTimeout());
    }
}
