package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.abuse.Rate;
import io.inlet.tenant.Environment;
import io.inlet.tenant.Tenant;
import org.junit.jupiter.api.Test;

class LimitsOverHttpTest {
    private static final int MOST = 100;

    @Test
    void who_asks_too_often_is_told_when_to_come_again_and_others_notice_nothing() {
        try (RunningInlet inlet = new RunningInlet(rates(1, 100, 100))) {
            ContractClient eager = inlet.client();
            Answer first = eager.get("/v1/leases");
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"key\";q=5;w=5");
            assertThat(first.headers().firstValue("RateLimit")).hasValue("\"key\";r=4;t=1");
            Answer refused = askUntilRefused(eager, "/v1/leases", MOST);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.problem()).isEqualTo("rate-limited");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.headers().firstValue("RateLimit")).hasValue("\"key\";r=0;t=5");
            assertThat(inlet.client().get("/v1/leases").status()).isEqualTo(200);
        }
    }

    @Test
    void keys_of_one_tenant_share_what_the_tenant_may() {
        try (RunningInlet inlet = new RunningInlet(rates(100, 1, 100))) {
            Tenant tenant = inlet.tenant(Environment.SANDBOX);
            ContractClient one = inlet.client(inlet.key(tenant).reveal());
            ContractClient other = inlet.client(inlet.key(tenant).reveal());
            askUntilRefused(one, "/v1/leases", MOST);
            askUntilRefused(other, "/v1/leases", Rate.of(1).burst());
        }
    }

    @Test
    void one_lease_is_not_asked_for_more_often_than_allowed() {
        try (RunningInlet inlet = new RunningInlet(rates(100, 100, 1))) {
            ContractClient client = inlet.client();
            String path = "/v1/leases/" + RunningInlet.lease(client).text("/lease/id");
            String other = "/v1/leases/" + RunningInlet.lease(client).text("/lease/id");
            askUntilRefused(client, path, MOST);
            assertThat(client.get(other).status()).isEqualTo(200);
        }
    }

    private static Answer askUntilRefused(ContractClient client, String path, int most) {
        for (int i = 0; i < most; i++) {
            Answer answer = client.get(path);
            if (answer.status() == 429) {
                assertThat(answer.problem()).isEqualTo("rate-limited");
                return answer;
            }
        }
        throw new AssertionError("none of " + most + " requests was refused");
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
