package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.tenant.Environment;
import io.inlet.tenant.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubAccountsOverHttpTest {
    private static final String WISH = "{\"name\":\"Branch\"}";

    private final RunningInlet inlet = new RunningInlet();
    private final Tenant tenant = inlet.tenant(Environment.SANDBOX);
    private final ContractClient owner = inlet.client(inlet.key(tenant).reveal());

    @AfterEach
    void end() {
        inlet.close();
    }

    @Test
    void owner_makes_a_sub_account_that_neither_sees_into_the_other() {
        Answer made = owner.post("/v1/sub-accounts", WISH);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/account/state")).isEqualTo("active");
        assertThat(owner.get("/v1/sub-accounts").text("/accounts/0/id"))
                .isEqualTo(made.text("/account/id"));

        ContractClient branch = inlet.client(made.text("/key"));
        String ofBranch = RunningInlet.lease(branch).text("/lease/id");
        String ofParent = RunningInlet.lease(owner).text("/lease/id");
        assertThat(owner.get("/v1/leases/" + ofBranch).status()).isEqualTo(404);
        assertThat(branch.get("/v1/leases/" + ofParent).status()).isEqualTo(404);
        assertThat(branch.get("/v1/sub-accounts").json().at("/accounts")).isEmpty();
    }

    @Test
    void nobody_else_makes_one() {
        String branch = owner.post("/v1/sub-accounts", WISH).text("/key");
        Answer below = inlet.client(branch).post("/v1/sub-accounts", WISH);
        assertThat(below.text("/type")).isEqualTo("/problems/not-owner");
        Answer other = inlet.client(inlet.key(tenant).reveal()).post("/v1/sub-accounts", WISH);
        assertThat(other.status()).isEqualTo(403);
    }

    @Test
    void what_is_wrong_is_told() {
        assertThat(owner.post("/v1/sub-accounts", "{}").status()).isEqualTo(400);
        Answer more = owner.post("/v1/sub-accounts", "{\"name\":\"one too many\"}");
        assertThat(more.text("/type")).isEqualTo("/problems/too-many-sub-accounts");
    }
}
