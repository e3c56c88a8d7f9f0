package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.lease.LeaseOutcome;
import io.inlet.lease.LeaseRequest.Wanted;
import io.inlet.tenant.ApiKey;
import io.inlet.tenant.Caller;
import io.inlet.tenant.Environment;
import io.inlet.tenant.LegalEntity;
import io.inlet.tenant.StateReason;
import io.inlet.tenant.SubAccountOutcome;
import io.inlet.tenant.Tenant;
import io.inlet.tenant.TenantId;
import io.inlet.tenant.TenantOrder;
import io.inlet.tenant.TenantStanding;
import io.inlet.tenant.TenantState;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubAccountsTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    private static final TenantStanding RESTRICTED =
            new TenantStanding(TenantState.RESTRICTED, StateReason.NONPAYMENT);

    private final LeaseFixture fixture = new LeaseFixture(db);
    private final PostgresTenants tenants = new PostgresTenants(db.database(), fixture.clock);
    private final PostgresAccess access = new PostgresAccess(db.database(), fixture.clock);
    private final PostgresTenantOrders orders =
            new PostgresTenantOrders(db.database(), fixture.clock);
    private final PostgresSubAccounts accounts =
            new PostgresSubAccounts(db.database(), fixture.clock);
    private final TenantId parent =
            tenants.createTenant(new LegalEntity("Parent Ltd", "GB"), Environment.SANDBOX).id();
    private final Caller owner = caller(tenants.createPrincipal(parent, "owner"));

    @Test
    void only_the_owner_makes_one_and_owns_it_too() {
        Caller clerk = caller(tenants.createPrincipal(parent, "clerk"));
        assertThat(accounts.create(clerk, "Branch")).isInstanceOf(SubAccountOutcome.NotOwner.class);
        Tenant made = made().account();
        assertThat(made.parent()).isEqualTo(parent);
        assertThat(made.owner()).isEqualTo(owner.principal());
        assertThat(made.entity().country()).isEqualTo("GB");
        assertThat(accounts.of(parent)).containsExactly(made);
    }

    @Test
    void sub_account_has_none_below_it() {
        Caller branch = caller(made().key());
        assertThat(accounts.create(branch, "Twig")).isInstanceOf(SubAccountOutcome.NotOwner.class);
    }

    @Test
    void parent_that_is_held_holds_it_too_and_makes_no_more() {
        Caller branch = caller(made().key());
        db.rows().numbers(Environment.SANDBOX, 1);
        orders.order(parent, new TenantOrder.Become(RESTRICTED), "ada");
        assertThat(fixture.create(branch, LeaseFixture.request(Wanted.ANY)))
                .isEqualTo(new LeaseOutcome.TenantHeld(RESTRICTED));
        assertThat(accounts.create(owner, "Other"))
                .isEqualTo(new SubAccountOutcome.TenantHeld(RESTRICTED));
    }

    @Test
    void its_keys_end_with_its_parent() {
        ApiKey key = made().key();
        var over = new TenantStanding(TenantState.TERMINATED, StateReason.REQUESTED);
        orders.order(parent, new TenantOrder.Become(over), "ada");
        assertThat(access.authenticate(key)).isNull();
    }

    private SubAccountOutcome.Made made() {
        SubAccountOutcome outcome = accounts.create(owner, "Branch");
        assertThat(outcome).isInstanceOf(SubAccountOutcome.Made.class);
        return (SubAccountOutcome.Made) outcome;
    }

    private Caller caller(ApiKey key) {
        return Objects.requireNonNull(access.authenticate(key));
    }
}
